// SPDX-License-Identifier: EUPL-1.2
#include "veer/eventlog/person_names.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace veer::eventlog {
namespace {

struct Free {
  void operator()(utf8proc_uint8_t* bytes) const { std::free(bytes); }
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string folded_case(std::string_view text) {
  utf8proc_uint8_t* bytes = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE |
                                                      UTF8PROC_CASEFOLD);
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &bytes, options);
  const std::unique_ptr<utf8proc_uint8_t, Free> owned(bytes);
  if (size >= 0) return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
  // No UTF-8: only what is ASCII has capitals that are known.
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

bool is_letter_or_digit(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z');
}

struct Word {
  std::size_t begin;
  std::size_t end;
};

/// Runs of letters and digits; "O'Neill" and "Smit-Bakker" are two each.
std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_letter_or_digit(text[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < text.size() && is_letter_or_digit(text[i])) ++i;
    words.push_back({begin, i});
  }
  return words;
}

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> folded;
  for (const Word& word : words_of(text)) {
    folded.push_back(folded_case(text.substr(word.begin, word.end - word.begin)));
  }
  return folded;
}

bool is_local_part(char c) {
  constexpr std::string_view others = "._%+-";
  return (is_letter_or_digit(c) || others.find(c) != others.npos);
}
bool is_domain(char c) { return is_letter_or_digit(c) || c == '.' || c == '-'; }

/// The address around the @ at `at`; empty when there is none.
Word address_at(std::string_view text, std::size_t at) {
  Word found{at, at + 1};
  while (found.begin > 0 && is_local_part(text[found.begin - 1])) --found.begin;
  while (found.end < text.size() && is_domain(text[found.end])) ++found.end;
  while (text[found.end - 1] == '.' || text[found.end - 1] == '-') --found.end;
  const std::string_view domain = text.substr(at + 1, found.end > at ? found.end - at - 1 : 0);
  const bool whole = found.begin < at && domain.find('.', 1) != domain.npos;
  return whole ? found : Word{at, at};
}

}  // namespace

std::string folded_name(std::string_view name) {
  std::string result;
  bool blank = false;
  for (const char c : folded_case(name)) {
    const bool is_blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (!is_blank && blank && !result.empty()) result += ' ';
    if (!is_blank) result += c;
    blank = is_blank;
  }
  return result;
}

NamesInText::NamesInText(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    const std::string folded = folded_name(name);
    add(folded_words(name), folded);
    const std::size_t comma = name.find(',');
    if (comma == name.npos) continue;
    std::vector<std::string> turned = folded_words(std::string_view(name).substr(comma + 1));
    for (std::string& word : folded_words(std::string_view(name).substr(0, comma))) {
      turned.push_back(std::move(word));
    }
    add(std::move(turned), folded);
  }
}

void NamesInText::add(std::vector<std::string> words, const std::string& folded) {
  if (words.size() < 2) return;
  std::vector<Name>& names = by_first_word_[words.front()];
  names.push_back({std::move(words), folded});
  // "Jan de Vries" before "Jan de".
  std::stable_sort(names.begin(), names.end(), [](const Name& a, const Name& b) {
    return a.words.size() > b.words.size();
  });
}

bool NamesInText::replace(std::string& text,
                          const std::function<std::string(std::string_view)>& replacement) const {
  if (by_first_word_.empty()) return false;
  const std::vector<Word> words = words_of(text);
  const std::vector<std::string> folded = folded_words(text);
  std::string result;
  std::size_t copied = 0;
  for (std::size_t i = 0; i < words.size();) {
    const auto candidates = by_first_word_.find(folded[i]);
    const Name* found = nullptr;
    if (candidates != by_first_word_.end()) {
      const auto matches = [&](const Name& name) {
        return i + name.words.size() <= folded.size() &&
               std::equal(name.words.begin(), name.words.end(),
                          folded.begin() + static_cast<std::ptrdiff_t>(i));
      };
      const auto at =
          std::find_if(candidates->second.begin(), candidates->second.end(), matches);
      if (at != candidates->second.end()) found = &*at;
    }
    if (found == nullptr) {
      ++i;
      continue;
    }
    result += std::string_view(text).substr(copied, words[i].begin - copied);
    result += replacement(found->folded);
    i += found->words.size();
    copied = words[i - 1].end;
  }
  if (copied == 0) return false;
  result += std::string_view(text).substr(copied);
  text = std::move(result);
  return true;
}

bool is_email_address(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == text.npos) return false;
  const Word found = address_at(text, at);
  return found.begin == 0 && found.end == text.size();
}

bool replace_email_addresses(std::string& text,
                             const std::function<std::string(std::string_view)>& replacement) {
  bool changed = false;
  for (std::size_t at = text.find('@'); at != text.npos; at = text.find('@', at)) {
    const Word found = address_at(text, at);
    if (found.begin == found.end) {
      ++at;
      continue;
    }
    const std::string instead =
        replacement(std::string_view(text).substr(found.begin, found.end - found.begin));
    text.replace(found.begin, found.end - found.begin, instead);
    at = found.begin + instead.size();
    changed = true;
  }
  return changed;
}

}  // namespace veer::eventlog
