// The solver of src/domain/match/solver line by line in C, to know what the language costs. No pins, forbids, current
// plan or deadline. Reads an instance written by instance-file.ts.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { KEPT = 8, WAR = 32, FASTER = 16, PART = 16, FINER = 8, FINEST = 3, SMALL = 4 };

static int n, m, edges;
static int32_t *room, *rowPtr, *col, *score;
static double *base, *few;
static int64_t *bonus;

static double *u, *v;
static int32_t *mate, *count, *first, *next;

static int32_t *pairs;
static uint8_t *size;
static double *bound;

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}
static void *zeros(size_t count, size_t of) { return calloc(count ? count : 1, of); }

static double worth[KEPT];
static int worst(void) {
  int last = 0;
  for (int k = 1; k < KEPT; k++) if (worth[k] < worth[last]) last = k;
  return last;
}
static void shortlist(int i) {
  int32_t *mine = pairs + (size_t)i * 2 * KEPT;
  int e = rowPtr[i], end = rowPtr[i + 1], got = 0;
  for (; e < end && got < KEPT; e++, got++) {
    mine[2 * got] = col[e];
    mine[2 * got + 1] = score[e];
    worth[got] = score[e] - v[col[e]];
  }
  size[i] = got;
  double rest = -INFINITY;
  if (e < end) {
    int last = worst();
    double least = worth[last];
    for (; e < end; e++) {
      double here = score[e] - v[col[e]];
      if (here <= least) { if (here > rest) rest = here; continue; }
      if (least > rest) rest = least;
      mine[2 * last] = col[e];
      mine[2 * last + 1] = score[e];
      worth[last] = here;
      last = worst();
      least = worth[last];
    }
  }
  bound[i] = rest;
}

static int32_t *place, *holder, *raises;
static double *bid;
static void auction(const double *floorOf, double step) {
  memset(raises, 0, m * 4);
  memset(count, 0, m * 4);
  for (int i = 0; i < n; i++) mate[i] = -1;
  for (int turn = 0; turn < n; turn++)
    for (int i = turn; i >= 0;) {
      double least = floorOf[i], best, second;
      int j;
      for (int fresh = 0;; fresh = 1) {
        best = second = -INFINITY;
        j = -1;
        const int32_t *mine = pairs + (size_t)i * 2 * KEPT;
        for (int k = 0; k < 2 * size[i]; k += 2) {
          double here = mine[k + 1] - v[mine[k]];
          if (here > best) { second = best; best = here; j = mine[k]; }
          else if (here > second) second = here;
        }
        double others = bound[i];
        if (second >= others || (second <= least && others <= least)) break;
        if (fresh) { second = others; break; }
        shortlist(i);
      }
      if (j < 0 || best <= least) break;
      int all = room[j], at = place[j], taken = count[j];
      double raise = best - fmax(second, least) + step;
      if (taken < all) {
        double offer = v[j] + raise;
        int q = taken;
        while (q > 0) {
          int above = (q - 1) >> 1;
          if (bid[at + above] <= offer) break;
          bid[at + q] = bid[at + above];
          holder[at + q] = holder[at + above];
          q = above;
        }
        bid[at + q] = offer;
        holder[at + q] = i;
        mate[i] = j;
        count[j] = taken + 1;
        if (taken + 1 == all && bid[at] > v[j]) v[j] = bid[at];
        break;
      }
      if (raise <= 0) break;
      int wars = ++raises[j] / (WAR * all);
      if (wars > 0) {
        if (step == 0) break;
        raise = fmin(raise * pow(FASTER, wars), best - least + step);
      }
      double offer = v[j] + raise;
      int loser = holder[at], q = 0;
      for (;;) {
        int below = 2 * q + 1;
        if (below >= all) break;
        if (below + 1 < all && bid[at + below + 1] < bid[at + below]) below++;
        if (bid[at + below] >= offer) break;
        bid[at + q] = bid[at + below];
        holder[at + q] = holder[at + below];
        q = below;
      }
      bid[at + q] = offer;
      holder[at + q] = i;
      mate[i] = j;
      v[j] = bid[at];
      mate[loser] = -1;
      i = loser;
    }
}
static void lower(double by) {
  for (int j = 0; j < m; j++) if (room[j] > 0) v[j] = fmax(0, v[j] - by);
  for (int i = 0; i < n; i++) bound[i] += by;
}
static double bestAtHand(int i) {
  double best = -INFINITY;
  const int32_t *mine = pairs + (size_t)i * 2 * KEPT;
  for (int k = 0; k < 2 * size[i]; k += 2) best = fmax(best, mine[k + 1] - v[mine[k]]);
  return best;
}
static void guessPrices(void) {
  double sum = 0, most = 1, lowest = 0, B = 0;
  int some = 0;
  for (int i = 0; i < n; i++) {
    double low = INFINITY, high = 0;
    for (int e = rowPtr[i]; e < rowPtr[i + 1]; e++) {
      if (score[e] < low) low = score[e];
      if (score[e] > high) high = score[e];
    }
    B += high;
    if (base[i] < lowest) lowest = base[i];
    if (high == 0) continue;
    sum += high - low;
    some++;
    if (high > most) most = high;
  }
  B += 1;
  int all = 0;
  for (int j = 0; j < m; j++) {
    place[j] = all;
    all += room[j];
    if (room[j] == 0) v[j] = most - lowest;
  }
  holder = zeros(all, 4);
  bid = zeros(all, 8);
  for (int i = 0; i < n; i++) shortlist(i);
  int levels = B > SMALL * most && lowest < 0;
  for (int i = 0; i < n; i++) few[i] = levels ? round(base[i] / B) * SMALL * most : base[i];
  double step = fmax(1, floor((some ? sum / some : 1) / PART));
  for (;;) {
    auction(few, step);
    lower(2 * step);
    if (step <= FINEST) break;
    step = fmax(1, floor(step / FINER));
  }
  if (levels) {
    for (int j = 0; j < m; j++)
      if (room[j] > 0) v[j] = fmax(0, v[j] + round(v[j] / (SMALL * most)) * (B - SMALL * most));
    for (int i = 0; i < n; i++) bound[i] = INFINITY;
  }
  auction(base, 0);
  for (int j = 0; j < m; j++) first[j] = -1;
  for (int i = n - 1; i >= 0; i--) {
    double best = bestAtHand(i);
    if (bound[i] > best) { shortlist(i); best = bestAtHand(i); }
    u[i] = fmax(best, base[i]);
    if (mate[i] < 0) continue;
    next[i] = first[mate[i]];
    first[mate[i]] = i;
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
    int every = reach - bound[i] < limit;
    const int32_t *mine = pairs + (size_t)i * 2 * KEPT;
    int pairsHere = every ? rowPtr[i + 1] - rowPtr[i] : size[i];
    for (int k = 0; k < pairsHere; k++) {
      int j = every ? col[rowPtr[i] + k] : mine[2 * k];
      double there = reach + v[j] - (every ? score[rowPtr[i] + k] : mine[2 * k + 1]);
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
static void columns(void) {
  colStart = zeros(m + 1, 4);
  to = zeros(edges, 4);
  weight = zeros(edges, 4);
  int32_t *fill = zeros(m + 1, 4);
  for (int e = 0; e < edges; e++) fill[col[e] + 1]++;
  for (int j = 0; j < m; j++) fill[j + 1] += fill[j];
  memcpy(colStart, fill, (m + 1) * 4);
  for (int i = 0; i < n; i++)
    for (int e = rowPtr[i]; e < rowPtr[i + 1]; e++) {
      int at = fill[col[e]]++;
      to[at] = i;
      weight[at] = score[e];
    }
  free(fill);
}
static void searchReverse(int from) {
  int turn = ++turnNow, nI = 0, nJ = 0, drawn = -1, j = from;
  heaped = 0;
  double best = v[from], d = 0;
  seenJ[from] = turn;
  while (j >= 0) {
    listJ[nJ] = j;
    far[nJ++] = d;
    double reach = d + v[j];
    for (int e = colStart[j]; e < colStart[j + 1]; e++) {
      int i = to[e];
      double there = reach + u[i] - weight[e];
      if (there >= best || (seenI[i] == turn && there >= distI[i])) continue;
      seenI[i] = turn;
      distI[i] = there;
      viaI[i] = j;
      if (mate[i] < 0) { best = there; drawn = i; }
      else push(there, i);
    }
    j = -1;
    while (j < 0 && heaped > 0) {
      d = key[0];
      if (d >= best) break;
      int i = pop();
      if (d != distI[i]) continue;
      listI[nI++] = i;
      int hers = mate[i];
      if (seenJ[hers] == turn) continue;
      seenJ[hers] = turn;
      by[hers] = i;
      if (d + v[hers] < best) { best = d + v[hers]; drawn = i; }
      j = hers;
    }
  }
  for (int k = 0; k < nJ; k++) if (best > far[k]) v[listJ[k]] -= best - far[k];
  for (int k = 0; k < nI; k++) if (best > distI[listI[k]]) u[listI[k]] += best - distI[listI[k]];
  for (int i = drawn; i >= 0;) {
    int goes = viaI[i];
    take(i);
    give(i, goes);
    i = goes == from ? -1 : by[goes];
  }
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
    base = zeros(n, 8), few = zeros(n, 8), u = zeros(n, 8), v = zeros(m, 8);
    mate = zeros(n, 4), count = zeros(m, 4), first = zeros(m, 4), next = zeros(n, 4);
    pairs = zeros((size_t)n * 2 * KEPT, 4), size = zeros(n, 1), bound = zeros(n, 8);
    place = zeros(m, 4), raises = zeros(m, 4);
    const size_t more = n > m ? n : m;
    distJ = zeros(m, 8), distI = zeros(n, 8), far = zeros(more, 8);
    seenJ = zeros(m, 4), seenI = zeros(n, 4), viaJ = zeros(m, 4), viaI = zeros(n, 4), by = zeros(m, 4);
    listI = zeros(more, 4), listJ = zeros(more, 4);
    turnNow = 0;
    for (int i = 0; i < n; i++) base[i] = -(double)bonus[i];
    guessPrices();
    double mean = 0;
    int searches = 0;
    for (int i = 0; i < n; i++) {
      if (mate[i] >= 0 || u[i] <= base[i]) continue;
      double radius = searches < 8 ? INFINITY : fmax(1, 1.5 * mean), d;
      while ((d = searchForward(i, radius)) < 0) radius *= 4;
      searches++;
      mean += (d - mean) / (searches < 200 ? searches : 200);
    }
    colStart = NULL, to = weight = NULL;
    for (int j = 0; j < m; j++)
      while (count[j] < room[j] && v[j] > 0) {
        if (!colStart) columns();
        searchReverse(j);
      }
    const double took = seconds() - began;
    long long value = 0;
    for (int i = 0; i < n; i++)
      for (int e = rowPtr[i]; e < rowPtr[i + 1]; e++) if (col[e] == mate[i]) value += score[e] + bonus[i];
    printf("{\"solver\":\"c\",\"ms\":%.3f,\"value\":\"%lld\"}\n", took * 1e3, value);
    fflush(stdout);
    void *all[] = {base, few, u, v, mate, count, first, next, pairs, size, bound, place, raises, holder, bid, distJ,
                   distI, far, seenJ, seenI, viaJ, viaI, by, listI, listJ, colStart, to, weight};
    for (size_t k = 0; k < sizeof all / sizeof *all; k++) free(all[k]);
  }
}
