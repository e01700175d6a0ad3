#!/bin/sh
# What Naast's solver is measured against, from Debian's own packages: LEMON, and scipy, which brings HiGHS along
# (bookworm has no package of HiGHS itself), and the fastest of npm's packages, in a folder of its own. Needs root; what
# is not there is left out of the comparison.
set -e
apt-get update
apt-get install -y --no-install-recommends gcc g++ liblemon-dev python3-scipy
npm install --prefix dist/matching --no-save --ignore-scripts munkres@2.0.4
