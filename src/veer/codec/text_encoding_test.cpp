// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/text_encoding.hpp"

#include <gtest/gtest.h>

namespace veer::codec {
namespace {

TEST(Utf8, IsToldFromWhatLooksLikeIt) {
  EXPECT_TRUE(is_utf8("Ren\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80"));
  for (const char* bytes : {"\xC3", "\xE9t", "\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80"}) {
    EXPECT_FALSE(is_utf8(bytes));
  }
}

TEST(Encoding, OfWesternTextThatIsNoUtf8IsWindows) {
  const auto text = to_utf8("caf\xE9 \x80", "", "f");
  EXPECT_EQ(text->encoding, "WINDOWS-1252");
  EXPECT_EQ(text->text, "caf\xC3\xA9 \xE2\x82\xAC");
}

}  // namespace
}  // namespace veer::codec
