// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/keyed_hash.hpp"

#include <sodium.h>

namespace veer::codec {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::string_view hexadecimal = "0123456789abcdef";
constexpr int characters = 10;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string hex_of(const std::uint8_t* bytes, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += hexadecimal[bytes[i] >> 4];
    text += hexadecimal[bytes[i] & 15];
  }
  return text;
}

}  // namespace

eventlog::KeyedHash keyed_hash(const PseudonymKey& key) {
  return [key](std::string_view text) {
    std::array<std::uint8_t, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), bytes_of(text), text.size(), key.data(),
                       key.size());
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 8; ++i) bits = bits << 8 | hash[i];
    std::string word;
    for (int i = 0; i < characters; ++i, bits >>= 5) word += alphabet[bits & 31];
    return word;
  };
}

std::string to_text(const PseudonymKey& key) { return hex_of(key.data(), key.size()) + "\n"; }

std::optional<PseudonymKey> key_from_text(std::string_view text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  PseudonymKey key{};
  if (text.size() != 2 * key.size()) return std::nullopt;
  for (std::size_t i = 0; i < key.size(); ++i) {
    const auto high = hexadecimal.find(text[2 * i]);
    const auto low = hexadecimal.find(text[2 * i + 1]);
    if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
    key[i] = static_cast<std::uint8_t>(high << 4 | low);
  }
  return key;
}

Fingerprint::Fingerprint() : state_() {
  static_assert(sizeof(crypto_generichash_state) <= sizeof(State));
  static_assert(alignof(crypto_generichash_state) <= alignof(State));
  crypto_generichash_init(reinterpret_cast<crypto_generichash_state*>(&state_), nullptr, 0, 16);
}

void Fingerprint::add(std::string_view bytes) {
  crypto_generichash_update(reinterpret_cast<crypto_generichash_state*>(&state_), bytes_of(bytes),
                            bytes.size());
}

std::string Fingerprint::text() {
  std::array<std::uint8_t, 16> hash{};
  crypto_generichash_final(reinterpret_cast<crypto_generichash_state*>(&state_), hash.data(),
                           hash.size());
  return hex_of(hash.data(), hash.size());
}

}  // namespace veer::codec
