// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/gzip.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

namespace veer::codec {
namespace {

std::string packed(std::string text) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(text.size() + 200, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(text.data());
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

Result<std::string> unpacked(std::string_view bytes, std::size_t piece) {
  std::string text;
  GzipReader reader("log.xes.gz");
  const auto sink = [&](std::string_view part) -> Result<Done> {
    text += part;
    return Done{};
  };
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    VEER_CHECK(reader.feed(bytes.substr(at, piece), sink));
  }
  VEER_CHECK(reader.finish());
  return text;
}

TEST(Gzip, IsUnpackedInPiecesOfAnySize) {
  std::string text;
  for (int i = 0; i < 50000; ++i) text += std::to_string(i * 7919 % 104729);
  const std::string bytes = packed(text);
  EXPECT_TRUE(is_gzip(bytes));
  EXPECT_EQ(unpacked(bytes, 1 << 20).value(), text);
  EXPECT_EQ(unpacked(bytes, 7).value(), text);
}

TEST(Gzip, OfSeveralMembersIsOneText) {
  EXPECT_EQ(unpacked(packed("one ") + packed("two") + std::string(3, '\0'), 5).value(), "one two");
}

TEST(Gzip, CutOffIsToldAsCutOff) {
  const std::string bytes = packed(std::string(5000, 'x') + "end");
  const auto result = unpacked(std::string_view(bytes).substr(0, bytes.size() - 9), 4096);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().front().code, ErrorCode::unreadable);
}

TEST(Gzip, DamagedIsToldAsDamaged) {
  std::string bytes = packed(std::string(5000, 'x') + "some more text to pack");
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x55);
  const auto result = unpacked(bytes, 4096);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().front().code, ErrorCode::syntax);
}

}  // namespace
}  // namespace veer::codec
