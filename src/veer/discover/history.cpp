// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/history.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <span>
#include <utility>

#include "veer/base/error.hpp"
#include "veer/stats/summary.hpp"

namespace veer::discover {
namespace {

constexpr std::size_t longest_memory = 6;
// Judgement: how often a history must be seen before it may decide; the best one is chosen by
// held-out likelihood.
constexpr std::array<std::size_t, 5> count_candidates{50, 20, 10, 5, 3};
// Judgement: fewer traces cannot be split into learning and trying out.
constexpr std::size_t min_traces = 20;
// Judgement: how far back the way of working may still be the present one.
constexpr std::array<double, 3> newest_candidates{1.0, 0.5, 0.25};
// Judgement: fewer cases cannot show the variety of a process.
constexpr std::size_t min_newest = 100;

/// Histories as a tree, newest symbol nearest to the root. Symbol `symbols` stands for the
/// beginning as history and for the end as what comes next.
class Tree {
 public:
  explicit Tree(std::size_t symbols) : border_(static_cast<Symbol>(symbols)) {
    nodes_.emplace_back();
  }

  void add(const std::vector<Symbol>& trace, std::size_t length) {
    for (std::size_t i = 0; i <= trace.size(); ++i) {
      const Symbol next = i == trace.size() ? border_ : trace[i];
      std::size_t node = 0;
      note(node, next);
      for (std::size_t depth = 1; depth <= length; ++depth) {
        if (depth > i + 1) break;
        const Symbol symbol = depth == i + 1 ? border_ : trace[i - depth];
        node = child(node, symbol);
        note(node, next);
      }
    }
  }

  /// The nodes of the histories before position i, shortest first, as far as they were seen.
  [[nodiscard]] std::vector<std::size_t> path(std::span<const Symbol> trace, std::size_t i,
                                              std::size_t length) const {
    std::vector<std::size_t> result{0};
    for (std::size_t depth = 1; depth <= length && depth <= i + 1; ++depth) {
      const Symbol symbol = depth == i + 1 ? border_ : trace[i - depth];
      const auto& children = nodes_[result.back()].children;
      const auto at = children.find(symbol);
      if (at == children.end()) break;
      result.push_back(at->second);
    }
    return result;
  }

  [[nodiscard]] std::size_t count(std::size_t node) const { return nodes_[node].count; }

  /// The smoothed probability of `next` at each node of a path, shortest history first.
  [[nodiscard]] std::vector<double> probabilities(const std::vector<std::size_t>& path,
                                                  Symbol next) const {
    double shorter = 1.0 / (static_cast<double>(border_) + 1);
    std::vector<double> result;
    for (const std::size_t index : path) {
      const Node& node = nodes_[index];
      const auto at = node.next.find(next);
      const double seen = at == node.next.end() ? 0.0 : static_cast<double>(at->second);
      const auto kinds = static_cast<double>(node.next.size());
      shorter = (seen + kinds * shorter) / (static_cast<double>(node.count) + kinds);
      result.push_back(shorter);
    }
    return result;
  }

  [[nodiscard]] Symbol border() const { return border_; }

 private:
  struct Node {
    std::size_t count = 0;
    std::map<Symbol, std::size_t> next;
    std::map<Symbol, std::size_t> children;
  };

  void note(std::size_t node, Symbol next) {
    ++nodes_[node].count;
    ++nodes_[node].next[next];
  }
  std::size_t child(std::size_t node, Symbol symbol) {
    const auto [at, is_new] = nodes_[node].children.emplace(symbol, nodes_.size());
    const std::size_t result = at->second;
    if (is_new) nodes_.emplace_back();
    return result;
  }

  Symbol border_;
  std::vector<Node> nodes_;
};

/// The position on a path of the longest history that may decide.
std::size_t deciding(const Tree& tree, const std::vector<std::size_t>& path, Memory memory) {
  std::size_t depth = std::min<std::size_t>(1, path.size() - 1);
  while (depth + 1 < path.size() && depth + 1 <= memory.length &&
         tree.count(path[depth + 1]) >= memory.min_count) {
    ++depth;
  }
  return depth;
}

/// Whether a is above b by more than two standard errors of the mean of their differences.
bool clearly_better(const std::vector<double>& a, const std::vector<double>& b) {
  std::vector<double> difference;
  for (std::size_t i = 0; i < a.size(); ++i) difference.push_back(a[i] - b[i]);
  const auto n = static_cast<double>(difference.size());
  return mean(difference) > 2 * standard_deviation(difference) / std::sqrt(n);
}

/// Of all lengths and counts, the one under which the traces from `first` on are most likely, and
/// the log-likelihood of each of them without its end: the newest cases end early because the
/// records stop, which must not look like work that changed.
std::pair<Memory, std::vector<double>> most_likely(const Tree& tree,
                                      const std::vector<std::vector<Symbol>>& traces,
                                      std::size_t first, double newest) {
  std::vector<Memory> candidates;
  for (std::size_t length = 1; length <= longest_memory; ++length) {
    for (const std::size_t count : count_candidates) candidates.push_back({length, count, newest});
  }
  std::vector<double> likelihood(candidates.size(), 0.0);
  std::vector<std::vector<double>> by_trace(candidates.size());
  for (std::size_t t = first; t < traces.size(); ++t) {
    const auto& trace = traces[t];
    for (auto& own : by_trace) own.push_back(0);
    for (std::size_t i = 1; i <= trace.size(); ++i) {
      const auto path = tree.path(trace, i, longest_memory);
      const Symbol next = i == trace.size() ? tree.border() : trace[i];
      const auto probabilities = tree.probabilities(path, next);
      for (std::size_t c = 0; c < candidates.size(); ++c) {
        const double own = std::log(probabilities[deciding(tree, path, candidates[c])]);
        likelihood[c] += own;
        if (i < trace.size()) by_trace[c].back() += own;
      }
    }
  }
  std::size_t best = 0;
  for (std::size_t c = 1; c < candidates.size(); ++c) {
    if (likelihood[c] > likelihood[best]) best = c;
  }
  return {candidates[best], std::move(by_trace[best])};
}

}  // namespace

std::size_t newest_count(std::size_t traces, Memory memory) {
  VEER_EXPECT(memory.newest > 0 && memory.newest <= 1);
  return static_cast<std::size_t>(std::ceil(memory.newest * static_cast<double>(traces)));
}

HistoryModel learn_history(const std::vector<std::vector<Symbol>>& traces, std::size_t symbols,
                           Memory memory) {
  VEER_EXPECT(memory.length >= 1);
  Tree tree(symbols);
  for (const auto& trace : traces) tree.add(trace, memory.length);

  HistoryModel model;
  std::map<std::size_t, std::size_t> state_of_node;
  std::map<std::size_t, std::size_t> first;
  std::vector<std::map<std::size_t, std::size_t>> next;
  for (const auto& trace : traces) {
    VEER_EXPECT(!trace.empty());
    std::vector<std::size_t>& walk = model.walks.emplace_back();
    for (std::size_t i = 1; i <= trace.size(); ++i) {
      const auto path = tree.path(trace, i, memory.length);
      const std::size_t depth = deciding(tree, path, memory);
      const auto [at, is_new] = state_of_node.emplace(path[depth], model.states.size());
      if (is_new) {
        HistoryState state;
        state.from_begin = depth == i + 1;
        const std::size_t remembered = state.from_begin ? depth - 1 : depth;
        state.recent.assign(trace.begin() + static_cast<std::ptrdiff_t>(i - remembered),
                            trace.begin() + static_cast<std::ptrdiff_t>(i));
        model.states.push_back(std::move(state));
        next.emplace_back();
      }
      ++model.states[at->second].count;
      ++(walk.empty() ? first : next[walk.back()])[at->second];
      walk.push_back(at->second);
    }
    ++next[walk.back()][HistoryModel::end];
  }
  for (const auto& [to, count] : first) model.first.push_back({to, count});
  for (std::size_t i = 0; i < next.size(); ++i) {
    for (const auto& [to, count] : next[i]) model.states[i].next.push_back({to, count});
  }
  return model;
}

Memory choose_memory(const std::vector<std::vector<Symbol>>& traces, std::size_t symbols) {
  if (traces.size() < min_traces) return {};
  const std::size_t learning = traces.size() - traces.size() / 5;
  Memory best;
  std::vector<double> best_likelihood;
  for (const double newest : newest_candidates) {
    const std::size_t count = newest_count(learning, {1, 1, newest});
    if (newest < 1 && count < min_newest) break;
    Tree tree(symbols);
    for (std::size_t t = learning - count; t < learning; ++t) tree.add(traces[t], longest_memory);
    auto [memory, likelihood] = most_likely(tree, traces, learning, newest);
    if (newest == 1 || clearly_better(likelihood, best_likelihood)) {
      best = memory;
      best_likelihood = std::move(likelihood);
    }
  }
  return best;
}

}  // namespace veer::discover
