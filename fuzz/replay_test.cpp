// SPDX-License-Identifier: EUPL-1.2
// Feeds every seed, whole and cut and with a byte changed, to the readers: none may break. What a
// fuzz run finds becomes a seed, so that it is tested by every build.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "targets.hpp"

namespace veer::fuzz {
namespace {

void replay(const char* folder, void (*feed)(std::string_view)) {
  std::vector<std::filesystem::path> seeds;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(VEER_FUZZ_SEEDS) / folder)) {
    seeds.push_back(entry.path());
  }
  std::sort(seeds.begin(), seeds.end());
  ASSERT_FALSE(seeds.empty());
  for (const auto& seed : seeds) {
    SCOPED_TRACE(seed.string());
    std::ifstream in(seed, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    feed(bytes);
    const std::size_t step = std::max<std::size_t>(1, bytes.size() / 64);
    for (std::size_t at = 0; at < bytes.size(); at += step) {
      feed(std::string_view(bytes).substr(0, at));
      std::string changed = bytes;
      changed[at] = static_cast<char>(changed[at] ^ 0x15);
      feed(changed);
    }
  }
}

TEST(Seeds, OfXesBreakNothing) { replay("xes", feed_xes); }
TEST(Seeds, OfCsvBreakNothing) { replay("csv", feed_csv); }
TEST(Seeds, OfStaffListsBreakNothing) { replay("staff", feed_staff); }
TEST(Seeds, OfBudgetsBreakNothing) { replay("budget", feed_budget); }
TEST(Seeds, OfMapsBreakNothing) { replay("map", feed_map); }

}  // namespace
}  // namespace veer::fuzz
