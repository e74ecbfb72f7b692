// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/text_encoding.hpp"

#include <iconv.h>
#include <uchardet/uchardet.h>

#include <algorithm>
#include <cerrno>
#include <memory>

namespace veer::codec {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

/// The length of the UTF-8 character at the front; 0 when there is none.
std::size_t character_length(std::string_view bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || bytes.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
  }
  if ((lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xED && byte(1) > 0x9F)) return 0;
  if ((lead == 0xF0 && byte(1) < 0x90) || (lead == 0xF4 && byte(1) > 0x8F)) return 0;
  return length;
}

std::string line_of(std::string_view bytes, std::size_t at) {
  const auto end = bytes.begin() + static_cast<std::ptrdiff_t>(std::min(at, bytes.size()));
  return std::to_string(1 + std::count(bytes.begin(), end, '\n'));
}

std::string guessed(std::string_view bytes) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                       &uchardet_delete);
  uchardet_handle_data(detector.get(), bytes.data(), std::min<std::size_t>(bytes.size(), 1 << 20));
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

std::string detected(std::string_view bytes) {
  if (starts_with(bytes, "\xFF\xFE") || starts_with(bytes, "\xFE\xFF")) return "UTF-16";
  if (is_utf8(bytes)) return "UTF-8";
  const std::string guess = guessed(bytes);
  const bool west_european = guess.empty() || starts_with(guess, "ISO-8859") ||
                             starts_with(guess, "WINDOWS-125") || starts_with(guess, "MAC") ||
                             starts_with(guess, "UTF-8") || guess == "ASCII";
  return west_european ? "WINDOWS-1252" : guess;
}

struct Converter {
  explicit Converter(const std::string& from) : handle(iconv_open("UTF-8", from.c_str())) {}
  ~Converter() {
    if (valid()) iconv_close(handle);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  /// iconv_open says -1, as a pointer, when it does not know the encoding.
  [[nodiscard]] bool valid() const { return reinterpret_cast<std::intptr_t>(handle) != -1; }
  iconv_t handle;
};

}  // namespace

bool is_utf8(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t length = character_length(bytes);
    if (length == 0) return false;
    bytes.remove_prefix(length);
  }
  return true;
}

Result<EncodedText> to_utf8(std::string_view bytes, const std::string& encoding,
                            const std::string& file) {
  const std::string from = encoding.empty() ? detected(bytes) : encoding;
  if (starts_with(bytes, utf8_mark)) bytes.remove_prefix(utf8_mark.size());
  if (from == "UTF-8" && is_utf8(bytes)) return EncodedText{std::string(bytes), from};
  const Converter converter(from);
  if (!converter.valid()) {
    return fail(Error{ErrorCode::usage, file, "the encoding " + from,
                      "an encoding such as UTF-8 or WINDOWS-1252",
                      "Name another one with --encoding."});
  }
  std::string text(bytes.size() * 2 + 16, '\0');
  std::size_t filled = 0;
  std::string input(bytes);  // iconv asks for a pointer to what it may not change but could
  char* in = input.data();
  std::size_t in_left = input.size();
  while (in_left > 0) {
    char* out = text.data() + filled;
    std::size_t out_left = text.size() - filled;
    const std::size_t status = iconv(converter.handle, &in, &in_left, &out, &out_left);
    filled = text.size() - out_left;
    if (status != static_cast<std::size_t>(-1)) break;
    if (errno != E2BIG) {
      return fail(Error{ErrorCode::invalid, file + ":" + line_of(bytes, input.size() - in_left),
                        "a byte that " + from + " does not have", "text in " + from,
                        "Name the right encoding with --encoding, or export the file as UTF-8."});
    }
    text.resize(text.size() * 2);
  }
  text.resize(filled);
  return EncodedText{std::move(text), from};
}

}  // namespace veer::codec
