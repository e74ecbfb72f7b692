// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/runs.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace veer::study {
namespace {

Result<std::vector<org::Organisation>> organise(const org::Baseline&, const org::DrawnInputs&) {
  std::vector<org::Organisation> both(2);
  both[0].id = "as-is";
  both[1].id = "other";
  return both;
}

struct Seen {
  std::vector<std::string> designs;
  std::vector<std::uint32_t> replications;
  std::vector<bool> shocks;
};

/// Runs two draws of three replications of two designs and tells what simulate() was asked.
Seen run_with(const std::optional<org::Shock>& shock) {
  Question question;
  question.designs = {{"as-is", "as-is", {}}, {"other", "other", {}}};
  question.organise = organise;
  question.draws = 2;
  question.replications = 3;
  question.shock = shock;
  const Subject subject{
      "wereld", {}, [](const org::DrawnInputs&) { return Result<org::Baseline>(org::Baseline{}); },
      std::nullopt};
  Seen seen;
  const Simulate simulate = [&seen](const work::Work&, const org::Workforce&,
                                    const org::Organisation& organisation,
                                    const org::Assumptions&, const sim::Run& run) {
    seen.designs.push_back(organisation.id);
    seen.replications.push_back(run.replication);
    seen.shocks.push_back(run.shock.has_value());
    return Result<sim::Outcome>(sim::Outcome{});
  };
  SerialExecutor executor;
  SilentProgress progress;
  Counter counter(progress, 100);
  const auto prepared = prepare_draws(subject, question, {}, executor, counter, simulate);
  EXPECT_EQ(run_all(subject, question, prepared.draws, executor, counter, simulate).size(), 12U);
  return seen;
}

TEST(Runs, GiveEveryDesignTheSameReplicationsAndEveryDrawItsOwn) {
  const Seen seen = run_with(std::nullopt);
  ASSERT_EQ(seen.replications.size(), 12U);
  for (std::size_t i = 0; i < 12; i += 2) {
    EXPECT_EQ(seen.designs[i], "as-is");
    EXPECT_EQ(seen.designs[i + 1], "other");
    EXPECT_EQ(seen.replications[i], seen.replications[i + 1]);
  }
  EXPECT_EQ(std::set(seen.replications.begin(), seen.replications.end()).size(), 6U);
}

TEST(Runs, MeetTheShockInTheReplicationThatAlsoRunsWithoutIt) {
  const Seen seen = run_with(org::Shock{});
  ASSERT_EQ(seen.replications.size(), 24U);
  for (std::size_t i = 0; i < 24; i += 2) {
    EXPECT_FALSE(seen.shocks[i]);
    EXPECT_TRUE(seen.shocks[i + 1]);
    EXPECT_EQ(seen.replications[i], seen.replications[i + 1]);
    EXPECT_EQ(seen.designs[i], seen.designs[i + 1]);
  }
}

}  // namespace
}  // namespace veer::study
