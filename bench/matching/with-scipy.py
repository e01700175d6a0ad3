"""scipy's sparse assignment (LAPJVsp) and the HiGHS it brings, on an instance written by instance-file.ts.

Usage: with-scipy.py <instance> lapjv|highs-ds|highs-ipm. Building the model isn't counted, to their advantage.
"""
import json
import sys
import time

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_matrix, csr_matrix, hstack, identity
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

path, solver = sys.argv[1:3]
raw = open(path, "rb").read()
n, m, e = np.frombuffer(raw, "<i4", 3)
at = 12


def column(count, kind="<i4"):
    global at
    array = np.frombuffer(raw, kind, count, at)
    at += array.nbytes
    return array


capacity, row_ptr, col, score = column(m), column(n + 1), column(e), column(e)
bonus = column(n, "<i8")
row = np.repeat(np.arange(n), np.diff(row_ptr))
weight = score + bonus[row]

if solver == "lapjv":
    # A column for each place, and one of her own for each mother who is left out.
    start = np.concatenate([[0], np.cumsum(capacity)])
    places = capacity[col]
    of = np.repeat(np.arange(e), places)
    nth = np.arange(len(of)) - np.repeat(np.cumsum(places) - places, places)
    top = int(weight.max()) + 1
    costs = csr_matrix((top - weight[of].astype(float), (row[of], start[col[of]] + nth)), shape=(n, start[-1]))
    model = hstack([costs, identity(n, format="csr") * float(top)], format="csr")
    began = time.process_time()
    rows, cols = min_weight_full_bipartite_matching(model)
    took = time.process_time() - began
    value = int(sum(top - model[rows, cols].A1)) if len(rows) else 0
else:
    edges = np.arange(e)
    ones = np.ones(e)
    rules = coo_matrix(
        (np.concatenate([ones, ones]), (np.concatenate([row, n + col]), np.concatenate([edges, edges]))), shape=(n + m, e)
    ).tocsr()
    limits = np.concatenate([np.ones(n), capacity])
    began = time.process_time()
    found = linprog(-weight, A_ub=rules, b_ub=limits, bounds=(0, 1), method=solver)
    took = time.process_time() - began
    value = int(round(-found.fun))
print(json.dumps({"solver": solver, "ms": took * 1e3, "value": str(value)}))
