// SPDX-License-Identifier: EUPL-1.2
#include "veer/base/error.hpp"

#include <gtest/gtest.h>

namespace veer {
namespace {

TEST(Error, ReadsAsPlaceFindingExpectationAndWayOut) {
  const Error error{ErrorCode::invalid, "model.yaml: structure.span", "0",
                    "a whole number from 2 to 30", "Give the number of people one lead leads."};
  EXPECT_EQ(to_string(error),
            "model.yaml: structure.span: found 0, expected a whole number from 2 to 30. "
            "Give the number of people one lead leads.");
}

TEST(Error, ShowsNoControlCharactersOfAFile) {
  EXPECT_EQ(to_string({ErrorCode::invalid, "a.yaml:1", "\x1b[31mred\n\x7f", "a word", ""}),
            "a.yaml:1: found ?[31mred??, expected a word.");
}

}  // namespace
}  // namespace veer
