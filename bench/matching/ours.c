// The method of src/domain/match/solver in C, to know what the language costs. No pins, forbids, current
// plan or deadline, and scores that are small enough for 32 bits. Reads an instance written by instance-file.ts.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { KEPT = 6, LINE = 16, SIZE = 12, BOUND = 13, LEAST = 14, SPAN = 15, WAR = 32, FASTER = 16 };
enum { PART = 16, FINER = 8, FINEST = 3, FEW = 4, NEAR = 3, LARGE = 1 << 28 };
static const int32_t LOWEST = -(1 << 30);

static int n, m, edges;
static int32_t *room, *rowPtr, *col, *score;
static double *base;
static int64_t *bonus;
static double *u, *v;
static int32_t *mate, *count, *first, *next;

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}
static void *zeros(size_t count, size_t of) { return calloc(count ? count : 1, of); }
static int32_t max32(int32_t a, int32_t b) { return a > b ? a : b; }
static int32_t min32(int32_t a, int32_t b) { return a < b ? a : b; }

// guess: whole numbers of 32 bits
static int32_t *lines, *price, *worker /* taken, room, place, raises */, *bids;
static int32_t worth[KEPT];
static int worst(void) {
  int last = 0;
  for (int k = 1; k < KEPT; k++) if (worth[k] < worth[last]) last = k;
  return last;
}
static void shortlist(int i, int32_t from) {
  int32_t *mine = lines + (size_t)i * LINE;
  int e = rowPtr[i], end = rowPtr[i + 1], got = 0, last = 0, over = 0;
  int32_t least = from, rest = LOWEST;
  for (; e < end; e++) {
    int j = col[e];
    int32_t here = score[e] - price[j];
    if (here <= least) { rest = max32(rest, here); continue; }
    int at = got;
    if (got < KEPT) got++;
    else { at = last; over++; rest = max32(rest, least); }
    mine[2 * at] = j;
    mine[2 * at + 1] = score[e];
    worth[at] = here;
    if (got == KEPT) { last = worst(); least = worth[last]; }
  }
  mine[SIZE] = got;
  mine[BOUND] = rest;
  if (over > 2) mine[SPAN] -= mine[SPAN] >> 2;
  else if (got < KEPT - 2) mine[SPAN] += (mine[SPAN] >> 1) + 1;
}
static void auction(int32_t step) {
  for (int j = 0; j < m; j++) worker[4 * j] = worker[4 * j + 3] = 0;
  for (int turn = 0; turn < n; turn++)
    for (int i = turn; i >= 0;) {
      int32_t *mine = lines + (size_t)i * LINE;
      int32_t least = mine[LEAST], best, second;
      int j;
      for (int fresh = 0;; fresh = 1) {
        best = second = LOWEST;
        j = -1;
        for (int k = 0; k < 2 * mine[SIZE]; k += 2) {
          int32_t here = mine[k + 1] - price[mine[k]];
          if (here > best) { second = best; best = here; j = mine[k]; }
          else if (here > second) second = here;
        }
        int32_t others = mine[BOUND];
        if (best >= others || others <= least) { second = max32(second, others); break; }
        shortlist(i, fresh ? LOWEST : (best > LOWEST ? best : others) - 1 - mine[SPAN]);
      }
      if (best <= least) break;
      int32_t *hers = worker + 4 * j;
      int taken = hers[0], all = hers[1];
      int32_t *heap = bids + 2 * hers[2];
      int32_t raise = best - max32(second, least) + step;
      if (taken < all) {
        int32_t offer = price[j] + raise;
        int q = taken;
        while (q > 0) {
          int above = (q - 1) >> 1;
          if (heap[2 * above] <= offer) break;
          heap[2 * q] = heap[2 * above];
          heap[2 * q + 1] = heap[2 * above + 1];
          q = above;
        }
        heap[2 * q] = offer;
        heap[2 * q + 1] = i;
        hers[0] = taken + 1;
        if (taken + 1 == all) price[j] = max32(price[j], heap[0]);
        break;
      }
      int wars = ++hers[3] / (WAR * all);
      if (wars > 0) raise = fmin(raise * pow(FASTER, wars), best - least + step);
      int32_t offer = price[j] + raise;
      int loser = heap[1], q = 0;
      for (;;) {
        int below = 2 * q + 1;
        if (below >= all) break;
        if (below + 1 < all && heap[2 * below + 2] < heap[2 * below]) below++;
        if (heap[2 * below] >= offer) break;
        heap[2 * q] = heap[2 * below];
        heap[2 * q + 1] = heap[2 * below + 1];
        q = below;
      }
      heap[2 * q] = offer;
      heap[2 * q + 1] = i;
      price[j] = heap[0];
      i = loser;
    }
}
static double firstStep;
static void guessPrices(void) {
  double sum = 0, lowest = 0, B = 0;
  int32_t most = 1;
  int some = 0;
  int32_t *high = zeros(n, 4), *low = zeros(n, 4);
  for (int i = 0; i < n; i++) {
    int32_t lo = INT32_MAX, hi = 0;
    for (int e = rowPtr[i], before = -1; e < rowPtr[i + 1]; before = col[e++]) {
      if (col[e] <= before || col[e] >= m || score[e] < 1) exit(3);
      lo = min32(lo, score[e]);
      hi = max32(hi, score[e]);
    }
    B += hi;
    high[i] = hi, low[i] = lo;
    if (base[i] < lowest) lowest = base[i];
    if (hi == 0) continue;
    sum += hi - lo;
    some++;
    most = max32(most, hi);
  }
  B += 1;
  int levels = B > FEW * (double)most && lowest < 0;
  int32_t bottom = 0;
  for (int i = 0; i < n; i++) {
    int32_t *mine = lines + (size_t)i * LINE;
    mine[LEAST] = levels ? lround(base[i] / B) * FEW * most : base[i];
    bottom = min32(bottom, mine[LEAST]);
  }
  int all = 0;
  for (int j = 0; j < m; j++) {
    worker[4 * j + 1] = room[j];
    worker[4 * j + 2] = all;
    all += room[j];
    if (room[j] == 0) price[j] = most - bottom;
  }
  bids = zeros(2 * all, 4);
  for (int i = 0; i < n; i++) {
    int32_t *mine = lines + (size_t)i * LINE;
    const int degree = rowPtr[i + 1] - rowPtr[i];
    mine[BOUND] = high[i];
    mine[SPAN] = degree > KEPT ? (high[i] - low[i]) * 8.0 / degree : LARGE;
  }
  int32_t step = max32(1, (some ? sum / some : 1) / PART);
  firstStep = step;
  for (;;) {
    auction(step);
    for (int j = 0; j < m; j++) if (room[j] > 0) price[j] = max32(0, price[j] - 2 * step);
    for (int i = 0; i < n; i++) lines[(size_t)i * LINE + BOUND] += 2 * step;
    if (step <= FINEST) break;
    step = max32(1, step / FINER);
  }
  for (int j = 0; j < m; j++) {
    if (room[j] == 0) v[j] = most - lowest;
    else v[j] = levels ? fmax(0, price[j] + round(price[j] / (FEW * (double)most)) * (B - FEW * (double)most)) : price[j];
  }
  free(high), free(low);
}
// exact from here
static void balance(void) {
  for (int i = 0; i < n; i++) mate[i] = -1;
  for (int j = 0; j < m; j++) first[j] = -1;
  for (int i = 0; i < n; i++) {
      double best = base[i];
      int j = -1;
      for (int e = rowPtr[i]; e < rowPtr[i + 1]; e++) {
        double here = score[e] - v[col[e]];
        if (here > best || (here == best && j >= 0 && count[j] >= room[j])) { best = here; j = col[e]; }
      }
      u[i] = best;
      if (j < 0 || count[j] >= room[j]) continue;
      mate[i] = j; next[i] = first[j]; first[j] = i; count[j]++;
  }
}

static double *key;
static int32_t *node;
static int heaped, heapRoom;
static void push(double d, int x) {
  if (heaped == heapRoom) {
    heapRoom = heapRoom ? 2 * heapRoom : 1024;
    key = realloc(key, heapRoom * sizeof *key);
    node = realloc(node, heapRoom * sizeof *node);
  }
  int at = heaped++;
  while (at > 0) {
    int above = (at - 1) >> 1;
    if (key[above] <= d) break;
    key[at] = key[above];
    node[at] = node[above];
    at = above;
  }
  key[at] = d;
  node[at] = x;
}
static int pop(void) {
  int nearest = node[0], at = 0, left = --heaped;
  double d = key[left];
  for (;;) {
    int below = 2 * at + 1;
    if (below >= left) break;
    if (below + 1 < left && key[below + 1] < key[below]) below++;
    if (key[below] >= d) break;
    key[at] = key[below];
    node[at] = node[below];
    at = below;
  }
  key[at] = d;
  node[at] = node[left];
  return nearest;
}
static void give(int i, int j) { mate[i] = j; next[i] = first[j]; first[j] = i; count[j]++; }
static void take(int i) {
  int j = mate[i];
  if (j < 0) return;
  int32_t *at = &first[j];
  while (*at != i) at = &next[*at];
  *at = next[i];
  mate[i] = -1;
  count[j]--;
}

static double *distJ, *distI, *far;
static int32_t *seenJ, *seenI, *viaJ, *viaI, *by, *listI, *listJ;
static int turnNow;
static double searchForward(int from, double radius) {
  int turn = ++turnNow, nI = 0, nJ = 0, out = from, last = -1, i = from;
  heaped = 0;
  double best = u[from] - base[from], limit = fmin(best, radius), d = 0;
  while (i >= 0) {
    listI[nI] = i;
    far[nI++] = d;
    double reach = d + u[i];
    for (int e = rowPtr[i]; e < rowPtr[i + 1]; e++) {
      int j = col[e];
      double there = reach + v[j] - score[e];
      if (there >= limit || (seenJ[j] == turn && there >= distJ[j])) continue;
      seenJ[j] = turn;
      distJ[j] = there;
      viaJ[j] = i;
      if (count[j] < room[j]) { limit = best = there; last = j; out = -1; }
      else push(there, j);
    }
    i = i == from ? -1 : next[i];
    while (i < 0 && heaped > 0) {
      d = key[0];
      if (d >= limit) break;
      int j = pop();
      if (d != distJ[j]) continue;
      listJ[nJ++] = j;
      i = first[j];
    }
    if (i < 0) break;
    double leaving = d + u[i] - base[i];
    if (leaving < best) { best = leaving; out = i; last = listJ[nJ - 1]; if (best < limit) limit = best; }
  }
  if (best > radius) return -1;
  for (int k = 0; k < nI; k++) if (best > far[k]) u[listI[k]] -= best - far[k];
  for (int k = 0; k < nJ; k++) if (best > distJ[listJ[k]]) v[listJ[k]] += best - distJ[listJ[k]];
  if (out == from) return best;
  if (out >= 0) take(out);
  for (int j = last; j >= 0;) {
    int k = viaJ[j], old = mate[k];
    take(k);
    give(k, j);
    j = k == from ? -1 : old;
  }
  return best;
}

static int32_t *colStart, *to, *weight;
static double *then, within, missing;
static void columns(double reach) {
  free(colStart), free(to), free(weight), free(then);
  within = reach;
  then = zeros(m, 8);
  memcpy(then, v, m * 8);
  int32_t *fill = zeros(m + 1, 4), *hits = NULL;
  int got = 0, has = 0;
  for (int i = 0; i < n; i++)
    for (int e = rowPtr[i]; e < rowPtr[i + 1]; e++)
      if (u[i] + v[col[e]] - score[e] < reach) {
        if (got == has) hits = realloc(hits, (has = has ? 2 * has : 65536) * 8);
        hits[2 * got] = i;
        hits[2 * got++ + 1] = e;
        fill[col[e] + 1]++;
      }
  colStart = zeros(m + 1, 4), to = zeros(got, 4), weight = zeros(got, 4);
  for (int j = 0; j < m; j++) fill[j + 1] += fill[j];
  memcpy(colStart, fill, (m + 1) * 4);
  for (int k = 0; k < got; k++) {
    int e = hits[2 * k + 1], at = fill[col[e]]++;
    to[at] = hits[2 * k];
    weight[at] = score[e];
  }
  free(fill), free(hits);
}
static int searchReverse(int from) {
  int turn = ++turnNow, nI = 0, nJ = 0, drawn = -1, j = from;
  heaped = 0;
  double best = v[from], limit = best, horizon = INFINITY, d = 0;
  seenJ[from] = turn;
  while (j >= 0) {
    listJ[nJ] = j;
    far[nJ++] = d;
    double reach = d + v[j];
    horizon = fmin(horizon, reach + within - then[j]);
    if (horizon < limit) limit = horizon;
    for (int e = colStart[j]; e < colStart[j + 1]; e++) {
      int i = to[e];
      double there = reach + u[i] - weight[e];
      if (there >= limit || (seenI[i] == turn && there >= distI[i])) continue;
      seenI[i] = turn;
      distI[i] = there;
      viaI[i] = j;
      if (mate[i] < 0) { limit = best = there; drawn = i; }
      else push(there, i);
    }
    j = -1;
    while (j < 0 && heaped > 0) {
      d = key[0];
      if (d >= limit) break;
      int i = pop();
      if (d != distI[i]) continue;
      listI[nI++] = i;
      int hers = mate[i];
      if (seenJ[hers] == turn) continue;
      seenJ[hers] = turn;
      by[hers] = i;
      if (d + v[hers] < best) { best = d + v[hers]; drawn = i; if (best < limit) limit = best; }
      j = hers;
    }
  }
  missing = best - horizon;
  if (missing > 0) return 0;
  for (int k = 0; k < nJ; k++) if (best > far[k]) v[listJ[k]] -= best - far[k];
  for (int k = 0; k < nI; k++) if (best > distI[listI[k]]) u[listI[k]] += best - distI[listI[k]];
  for (int i = drawn; i >= 0;) {
    int goes = viaI[i];
    take(i);
    give(i, goes);
    i = goes == from ? -1 : by[goes];
  }
  return 1;
}

int main(int argc, char **argv) {
  FILE *in = argc > 1 ? fopen(argv[1], "rb") : NULL;
  int32_t head[3];
  if (!in || fread(head, 4, 3, in) != 3) return 2;
  n = head[0], m = head[1], edges = head[2];
  room = zeros(m, 4), rowPtr = zeros(n + 1, 4), col = zeros(edges, 4), score = zeros(edges, 4), bonus = zeros(n, 8);
  if (fread(room, 4, m, in) + fread(rowPtr, 4, n + 1, in) + fread(col, 4, edges, in) + fread(score, 4, edges, in) +
          fread(bonus, 8, n, in) != (size_t)m + n + 1 + 2ll * edges + n) return 2;
  for (int times = argc > 2 ? atoi(argv[2]) : 1; times > 0; times--) {
    const double began = seconds();
    base = zeros(n, 8), u = zeros(n, 8), v = zeros(m, 8);
    mate = zeros(n, 4), count = zeros(m, 4), first = zeros(m, 4), next = zeros(n, 4);
    lines = aligned_alloc(64, (size_t)n * LINE * 4); memset(lines, 0, (size_t)n * LINE * 4);
    price = zeros(m, 4), worker = zeros(4 * m, 4);
    const size_t more = n > m ? n : m;
    distJ = zeros(m, 8), distI = zeros(n, 8), far = zeros(more, 8);
    seenJ = zeros(m, 4), seenI = zeros(n, 4), viaJ = zeros(m, 4), viaI = zeros(n, 4), by = zeros(m, 4);
    listI = zeros(more, 4), listJ = zeros(more, 4);
    turnNow = 0;
    for (int i = 0; i < n; i++) base[i] = -(double)bonus[i];
    guessPrices();
    balance();
    double mean = 0;
    int searches = 0;
    for (int i = 0; i < n; i++) {
      if (mate[i] >= 0 || u[i] <= base[i]) continue;
      double radius = searches < 8 ? INFINITY : fmax(1, 1.5 * mean), d;
      while ((d = searchForward(i, radius)) < 0) radius *= 4;
      searches++;
      mean += (d - mean) / (searches < 200 ? searches : 200);
    }
    colStart = NULL, to = weight = NULL, then = NULL;
    double reach = NEAR * firstStep;
    for (int j = 0; j < m; j++)
      while (count[j] < room[j] && v[j] > 0) {
        if (!colStart) columns(reach);
        if (!searchReverse(j)) columns(reach = fmax(4 * reach, reach + missing));
      }
    const double took = seconds() - began;
    long long value = 0;
    for (int i = 0; i < n; i++)
      for (int e = rowPtr[i]; e < rowPtr[i + 1]; e++) if (col[e] == mate[i]) value += score[e] + bonus[i];
    printf("{\"solver\":\"c\",\"ms\":%.3f,\"value\":\"%lld\"}\n", took * 1e3, value);
    fflush(stdout);
    void *all[] = {base, u, v, mate, count, first, next, lines, price, worker, bids, distJ,
                   distI, far, seenJ, seenI, viaJ, viaI, by, listI, listJ, colStart, to, weight, then};
    for (size_t k = 0; k < sizeof all / sizeof *all; k++) free(all[k]);
  }
}
