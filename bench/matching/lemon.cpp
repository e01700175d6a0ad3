// LEMON's network simplex and cost scaling on an instance written by instance-file.ts: mother (+1) to workers to a
// sink, with an arc from each mother to the sink for who is left out.
#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <utility>
#include <vector>

using Graph = lemon::StaticDigraph;

static double seconds() {
  timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

struct Instance {
  int32_t n, m, e;
  std::vector<int32_t> capacity, rowPtr, col, score;
  std::vector<int64_t> bonus;
};

static Instance read(const char* path) {
  std::ifstream in(path, std::ios::binary);
  Instance x;
  auto ints = [&](std::vector<int32_t>& v, size_t count) {
    v.resize(count);
    in.read(reinterpret_cast<char*>(v.data()), count * 4);
  };
  in.read(reinterpret_cast<char*>(&x.n), 4);
  in.read(reinterpret_cast<char*>(&x.m), 4);
  in.read(reinterpret_cast<char*>(&x.e), 4);
  ints(x.capacity, x.m);
  ints(x.rowPtr, x.n + 1);
  ints(x.col, x.e);
  ints(x.score, x.e);
  x.bonus.resize(x.n);
  in.read(reinterpret_cast<char*>(x.bonus.data()), x.n * 8ll);
  if (!in) { std::fprintf(stderr, "cannot read %s\n", path); std::exit(2); }
  return x;
}

template <class Solver, class Cost>
static void run(const Instance& x, const char* name) {
  const double began = seconds();
  const int sink = x.n + x.m;
  std::vector<std::pair<int, int>> arcs;
  arcs.reserve(size_t(x.e) + x.n + x.m);
  for (int i = 0; i < x.n; i++) {
    for (int k = x.rowPtr[i]; k < x.rowPtr[i + 1]; k++) arcs.push_back({i, x.n + x.col[k]});
    arcs.push_back({i, sink});
  }
  for (int j = 0; j < x.m; j++) arcs.push_back({x.n + j, sink});
  Graph g;
  g.build(sink + 1, arcs.begin(), arcs.end());
  Graph::ArcMap<int> upper(g, 1);
  Graph::ArcMap<Cost> cost(g, 0);
  Graph::NodeMap<int> supply(g, 0);
  int a = 0;
  for (int i = 0; i < x.n; i++) {
    supply[g.node(i)] = 1;
    for (int k = x.rowPtr[i]; k < x.rowPtr[i + 1]; k++) cost[g.arc(a++)] = Cost(-(x.score[k] + x.bonus[i]));
    a++;
  }
  for (int j = 0; j < x.m; j++) upper[g.arc(a++)] = x.capacity[j];
  supply[g.node(sink)] = -x.n;
  Solver solver(g);
  solver.upperMap(upper).costMap(cost).supplyMap(supply);
  const auto status = solver.run();
  const double took = seconds() - began;
  const long long best = -solver.template totalCost<long long>();
  std::ifstream self("/proc/self/status");
  std::string line;
  long peak = 0;
  while (std::getline(self, line))
    if (line.rfind("VmHWM:", 0) == 0) peak = std::atol(line.c_str() + 6);
  std::printf("{\"solver\":\"%s\",\"ms\":%.3f,\"value\":\"%lld\",\"optimal\":%s,\"peakMb\":%ld}\n", name, took * 1e3, best,
              status == Solver::OPTIMAL ? "true" : "false", peak / 1024);
  std::fflush(stdout);
}

int main(int argc, char** argv) {
  if (argc < 3) { std::fprintf(stderr, "usage: lemon <instance> ns|ns64|cs|cs64 [times]\n"); return 2; }
  const Instance x = read(argv[1]);
  for (int times = argc > 3 ? std::atoi(argv[3]) : 1; times > 0; times--) {
    if (!std::strcmp(argv[2], "ns")) run<lemon::NetworkSimplex<Graph, int, int>, int>(x, "ns");
    if (!std::strcmp(argv[2], "ns64")) run<lemon::NetworkSimplex<Graph, int, int64_t>, int64_t>(x, "ns64");
    if (!std::strcmp(argv[2], "cs")) run<lemon::CostScaling<Graph, int, int>, int>(x, "cs");
    if (!std::strcmp(argv[2], "cs64")) run<lemon::CostScaling<Graph, int, int64_t>, int64_t>(x, "cs64");
  }
}
