"""Solves a model in the text that solvers read with the HiGHS in scipy, and says what came of it and how long it took."""
import json
import re
import sys
import time

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

text = open(sys.argv[1]).read()
goal, rest = text.split("Subject To")
rows, binary = rest.split("Binary")
names, index = [], {}


def at(name):
    if name not in index:
        index[name] = len(names)
        names.append(name)
    return index[name]


def terms(expression):
    found = []
    for sign, number, name in re.findall(r"([+-]?)\s*(\d+(?:\.\d+)?\s+)?([xyo]\d+(?:_\d+)?)", expression):
        found.append((at(name), (-1 if sign == "-" else 1) * float(number or 1)))
    return found


objective = terms(goal.split("all:")[1])
data, row_at, col_at, low, high = [], [], [], [], []
for number, row in enumerate(re.findall(r"(.+?)(<=|>=)\s*(-?\d+)", rows, re.S)):
    left, sense, right = row
    for column, value in terms(left):
        data.append(value)
        row_at.append(number)
        col_at.append(column)
    low.append(float(right) if sense == ">=" else -np.inf)
    high.append(float(right) if sense == "<=" else np.inf)
matrix = csr_matrix((data, (row_at, col_at)), shape=(len(low), len(names)))
cost = np.zeros(len(names))
for column, value in objective:
    cost[column] -= value
whole = np.array([0 if name.startswith("o") else 1 for name in names])
upper = np.array([np.inf if name.startswith("o") else 1 for name in names])
started, spent = time.perf_counter(), time.process_time()
answer = milp(
    cost,
    integrality=whole,
    bounds=Bounds(0, upper),
    constraints=LinearConstraint(matrix, low, high),
    options={"time_limit": float(sys.argv[2]), "mip_rel_gap": 0},
)
print(
    json.dumps(
        {
            "seconds": time.perf_counter() - started,
            "cpu": time.process_time() - spent,
            "worth": None if answer.fun is None else -answer.fun,
            "bound": None if answer.mip_dual_bound is None else -answer.mip_dual_bound,
        }
    )
)
