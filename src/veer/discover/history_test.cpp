// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/history.hpp"

#include <gtest/gtest.h>

#include <map>

#include "veer/stats/draws.hpp"

namespace veer::discover {
namespace {

using Traces = std::vector<std::vector<Symbol>>;

/// A process with memory: c follows b when the case began with a, d when it began with e.
Traces with_memory(std::size_t cases) {
  const Draws draws(3, 0);
  Traces traces;
  for (std::uint32_t i = 0; i < cases; ++i) {
    const bool a = draws.uniform(Purpose::split, i) < 0.6;
    std::vector<Symbol> trace{a ? 0U : 4U};
    const bool loop = draws.uniform(Purpose::split, i, 1) < 0.5;
    if (loop) trace.insert(trace.end(), {1, 1});
    trace.insert(trace.end(), {1, a ? 2U : 3U});
    traces.push_back(trace);
  }
  return traces;
}

/// Expected visits of each state of a generated case, by iteration of the transitions.
std::vector<double> expected_visits(const HistoryModel& model) {
  std::vector<double> visits(model.states.size(), 0.0);
  std::vector<double> now(model.states.size(), 0.0);
  double total = 0;
  for (const auto& t : model.first) total += static_cast<double>(t.count);
  for (const auto& t : model.first) now[t.to] = static_cast<double>(t.count) / total;
  for (int round = 0; round < 200; ++round) {
    std::vector<double> next(model.states.size(), 0.0);
    for (std::size_t s = 0; s < now.size(); ++s) {
      visits[s] += now[s];
      for (const auto& t : model.states[s].next) {
        if (t.to == HistoryModel::end) continue;
        next[t.to] += now[s] * static_cast<double>(t.count) /
                      static_cast<double>(model.states[s].count);
      }
    }
    now = next;
  }
  return visits;
}

TEST(History, GeneratedCasesVisitEveryStateAsOftenAsTheRecords) {
  const Traces traces = with_memory(300);
  for (const Memory memory : {Memory{1, 1}, Memory{2, 10}, Memory{4, 3}}) {
    const HistoryModel model = learn_history(traces, 5, memory);
    const auto visits = expected_visits(model);
    for (std::size_t s = 0; s < visits.size(); ++s) {
      EXPECT_NEAR(visits[s], static_cast<double>(model.states[s].count) / 300, 1e-9);
    }
  }
}

TEST(History, RareHistoriesFallBackToShorterOnes) {
  Traces traces(50, {0, 1, 2});
  traces.push_back({3, 1, 2});
  const HistoryModel model = learn_history(traces, 4, {3, 10});
  const std::size_t common = model.walks.front()[2];
  const std::size_t rare = model.walks.back()[2];
  EXPECT_EQ(model.states[common].recent, (std::vector<Symbol>{0, 1, 2}));
  EXPECT_EQ(model.states[rare].recent, (std::vector<Symbol>{1, 2}));
}

TEST(History, HeldOutLikelihoodFindsThatMemoryMatters) {
  const Memory chosen = choose_memory(with_memory(400), 5);
  EXPECT_GE(chosen.length, 3U);
  Traces forgetful;
  const Draws draws(5, 0);
  for (std::uint32_t i = 0; i < 400; ++i) {
    std::vector<Symbol> trace{0};
    for (std::uint32_t k = 0; k < 6; ++k) {
      trace.push_back(draws.uniform(Purpose::split, i, k) < 0.5 ? 1 : 2);
    }
    forgetful.push_back(trace);
  }
  // Six draws of a coin remember nothing but how many there were.
  EXPECT_EQ(learn_history(forgetful, 3, {1, 1}).states.size(), 3U);
}

TEST(History, WhenTheWorkChangedOnlyTheNewestCasesTeach) {
  Traces traces(600, {0, 1, 2});
  traces.insert(traces.end(), 300, {0, 2, 1});
  EXPECT_LT(choose_memory(traces, 3).newest, 1);
  EXPECT_EQ(newest_count(9, {1, 1, 0.25}), 3U);
}

}  // namespace
}  // namespace veer::discover
