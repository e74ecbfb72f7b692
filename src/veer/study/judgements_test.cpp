// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/judgements.hpp"

#include <gtest/gtest.h>

namespace veer::study {
namespace {

org::Input input(const std::string& name, double low, double value, double high,
                 const std::string& source = "") {
  return {name, value, low, high, "1", "", source, ""};
}

TEST(StableHash, IsFnv1aOf64Bits) {
  // Published test vectors of FNV-1a: the empty text and "a".
  EXPECT_EQ(stable_hash(""), 0xcbf29ce484222325ULL);
  EXPECT_EQ(stable_hash("a"), 0xaf63dc4c8601ec8cULL);
}

TEST(TriangularQuantile, HasItsPeakAtTheModeAndItsEndsAtTheRange) {
  // Below the mode lies (mode - low) / (high - low) of the mass: 2/10.
  EXPECT_DOUBLE_EQ(triangular_quantile(0, 2, 10, 0.2), 2);
  EXPECT_NEAR(triangular_quantile(0, 2, 10, 1e-12), 0, 1e-5);
  EXPECT_NEAR(triangular_quantile(-3, -2, -1, 1 - 1e-12), -1, 1e-5);
  EXPECT_DOUBLE_EQ(triangular_quantile(4, 4, 4, 0.7), 4);
}

TEST(DrawInputs, GivesAnInputTheSameValueWhateverElseIsDrawn) {
  const org::Input share = input("mechanisms/question_share", 0.1, 0.2, 0.4);
  const org::DrawnInputs alone = draw_inputs({share}, 7, 3);
  const org::DrawnInputs among =
      draw_inputs({input("a", 0, 1, 2), share, input("z", 0, 1, 2)}, 7, 3);
  EXPECT_EQ(alone(share), among(share));
  EXPECT_NE(alone(share), draw_inputs({share}, 7, 4)(share));
  EXPECT_NE(alone(share), draw_inputs({share}, 8, 3)(share));
}

TEST(DrawInputs, MeetsTheSameDrawInOneModelUnderTwoNames) {
  const org::Input one = input("one/structure.team_size", 4, 8, 12);
  const org::Input two = input("two/structure.team_size", 4, 8, 12);
  const org::DrawnInputs drawn = draw_inputs({one, two}, 1, 0);
  EXPECT_EQ(drawn(one), drawn(two));
  EXPECT_NE(drawn(one), 8);
}

TEST(DrawInputs, StaysWithinTheRangeAndMovesOverIt) {
  const org::Input share = input("x", 0.1, 0.2, 0.4);
  double sum = 0;
  for (std::uint32_t d = 0; d < 2000; ++d) {
    const double value = draw_inputs({share}, 1, d)(share);
    EXPECT_GE(value, 0.1);
    EXPECT_LE(value, 0.4);
    sum += value;
  }
  // Mean (low + mode + high) / 3 = 0.2333; standard error 0.0624 / sqrt(2000) = 0.0014.
  EXPECT_NEAR(sum / 2000, 0.2333, 0.006);
}

TEST(Count, TellsSourcedFromJudgedAndCountsEachInputOnce) {
  const auto inputs = distinct({input("b", 0, 1, 2, "cbs"), input("a", 0, 1, 2),
                                input("b", 0, 1, 2, "cbs"), input("", 0, 0, 0)});
  EXPECT_EQ(inputs.front().name, "a");
  EXPECT_EQ(count(inputs), (InputCount{1, 1}));
}

}  // namespace
}  // namespace veer::study
