// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/read_records.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "veer/eventlog/data_quality.hpp"

namespace veer::app {
namespace {

struct Counts {
  const char* file;
  std::size_t cases;
  std::size_t events;
  std::size_t activities;
  std::size_t persons;
};

std::ostream& operator<<(std::ostream& out, const Counts& counts) { return out << counts.file; }

class RealRecords : public testing::TestWithParam<Counts> {};

TEST_P(RealRecords, AreCountedAsPublished) {
  const Counts& expected = GetParam();
  const std::filesystem::path path = std::filesystem::path(VEER_SHARED_DATA) / expected.file;
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "no test data at " << path;
  SilentProgress silent;
  ReadingProgress reading{silent};
  const auto file = read_records(path, {}, reading);
  ASSERT_TRUE(file) << to_string(file.error().front());
  const auto quality = eventlog::data_quality(file->read.records.log);
  EXPECT_EQ(quality.cases, expected.cases);
  EXPECT_EQ(quality.events, expected.events);
  EXPECT_EQ(quality.activities, expected.activities);
  EXPECT_EQ(quality.persons, expected.persons);
}

INSTANTIATE_TEST_SUITE_P(Logs, RealRecords,
                         testing::Values(Counts{"logs/receipt/Receipt.xes.gz", 1434, 8577, 27, 48},
                                         Counts{"logs/bpic15/BPIC15_1.xes.gz", 1199, 52217, 398,
                                                23}));

}  // namespace
}  // namespace veer::app
