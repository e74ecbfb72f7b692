// SPDX-License-Identifier: EUPL-1.2
// M/M/c: Poisson arrivals, exponential work, c people, first come first served.
//
//   C(c, a) = a^c/c! c/(c-a) / (sum_{k<c} a^k/k! + a^c/c! c/(c-a)),  W_q = C / (c mu - lambda)
//
// Erlang 1917; Kleinrock 1975, Queueing Systems I, 3.5; table: mechanisms.md 2.1.
#include "estimate.hpp"

namespace veer::test {
namespace {

/// The share of cases that wait when `load` people are needed on average and there are `servers`.
double erlang_c(int servers, double load) {
  double term = 1;
  double sum = 0;
  for (int k = 0; k < servers; ++k) {
    sum += term;
    term *= load / (k + 1);
  }
  const double waiting = term * servers / (servers - load);
  return waiting / (sum + waiting);
}

TEST(ErlangC, GivesTheWaitAndTheShareThatWaits) {
  struct Row {
    double rate;
    int servers;
    double wait;
    std::int32_t days;
  };
  for (const Row& row : std::vector<Row>{{0.8, 1, 4.0, 3000},
                                         {1.6, 2, 1.777778, 2000},
                                         {4, 5, 0.554113, 800},
                                         {8, 10, 0.204590, 400},
                                         {45, 50, 0.072773, 100}}) {
    const std::string what = std::to_string(row.servers) + " people";
    const double share = erlang_c(row.servers, row.rate);
    ASSERT_NEAR(share / (row.servers - row.rate), row.wait, 5e-7);
    const auto outcomes =
        replications(queue(row.rate, row.servers, Distribution::exponential(1), row.days));
    expect_agrees(mean_of(outcomes, mean_wait), row.wait, 0.15, what);
    const Estimate waiting = mean_of(outcomes, [](const sim::Outcome& outcome) {
      double waited = 0;
      for (const auto& c : outcome.cases) waited += c.ledger[sim::Row::capacity].count() > 0;
      return waited / static_cast<double>(outcome.cases.size());
    });
    expect_agrees(waiting, share, 0.05, what);
  }
}

}  // namespace
}  // namespace veer::test
