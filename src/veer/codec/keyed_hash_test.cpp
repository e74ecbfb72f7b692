// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/keyed_hash.hpp"

#include <gtest/gtest.h>

namespace veer::codec {
namespace {

TEST(KeyedHash, IsTheSameForTheSameNameAndKeyOnly) {
  PseudonymKey key{};
  PseudonymKey other{};
  other[31] = 1;
  const std::string word = keyed_hash(key)("Jan");
  EXPECT_EQ(word.size(), 10U);
  EXPECT_EQ(keyed_hash(key)("Jan"), word);
  EXPECT_NE(keyed_hash(key)("jan"), word);
  EXPECT_NE(keyed_hash(other)("Jan"), word);
}

TEST(PseudonymKey, IsTextAndBack) {
  PseudonymKey key{};
  key[0] = 0xA7;
  EXPECT_EQ(key_from_text(to_text(key)), key);
  EXPECT_FALSE(key_from_text("a7"));
  EXPECT_FALSE(key_from_text(std::string(64, 'g')));
}

TEST(Fingerprint, IsThatOfTheBytesHoweverTheyAreCut) {
  Fingerprint whole;
  whole.add("records");
  Fingerprint cut;
  cut.add("rec");
  cut.add("ords");
  Fingerprint other;
  other.add("Records");
  const std::string text = whole.text();
  EXPECT_EQ(text.size(), 32U);
  EXPECT_EQ(cut.text(), text);
  EXPECT_NE(other.text(), text);
}

}  // namespace
}  // namespace veer::codec
