#!/bin/sh
# What Naast's solver is measured against, from Debian's own packages: LEMON, and scipy, which brings HiGHS along
# (bookworm has no package of HiGHS itself). Needs root; what is not there is left out of the comparison.
set -e
apt-get update
apt-get install -y --no-install-recommends gcc g++ liblemon-dev python3-scipy
