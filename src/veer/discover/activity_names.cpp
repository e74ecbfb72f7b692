// SPDX-License-Identifier: EUPL-1.2
#include "veer/discover/activity_names.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace veer::discover {
namespace {

struct Abbreviation {
  std::string_view letters;
  std::string_view words;
  bool published;
};

// Source: van Dongen (2015), BPI Challenge 2015, 4TU.ResearchData, description of the data: HOOFD
// is the main process and BB "Beroep en Bezwaar". Judgement: all others; they are read from the
// names that the same records give to the activities.
constexpr Abbreviation abbreviations[] = {
    {"HOOFD", "hoofdproces", true},
    {"BB", "bezwaar en beroep", true},
    {"AH_I", "aanhouding, artikel 34 Wabo", false},
    {"AH_II", "aanhouding, artikel 33 of 35 Wabo", false},
    {"AP", "aangepast plan", false},
    {"AP_UOV", "aangepast plan na zienswijze", false},
    {"AWB45", "aanvulling van de aanvraag (Awb 4:5)", false},
    {"BPT", "bepalen van de procedure", false},
    {"CRD", "coördinatie", false},
    {"DRZ", "doorzenden aan bevoegd gezag", false},
    {"EIND", "beëindigen van de aanvraag", false},
    {"GBH", "aanvrager geen belanghebbende", false},
    {"LGSD", "definitieve leges", false},
    {"LGSV", "voorlopige leges", false},
    {"NGV", "nadere gegevens vragen", false},
    {"OLO", "berichten van het Omgevingsloket (OLO)", false},
    {"OPS", "opschorten van de termijn", false},
    {"UOV", "uitgebreide procedure met ontwerpbeschikking", false},
    {"VD", "verlengen van de proceduretermijn", false},
    {"VRIJ", "vergunningvrij of meldingplichtig", false},
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool separates(char c) { return c == '_' || c == '-' || c == '.'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = lower(c);
  return result;
}

/// The words of a text; a word is anything between spaces.
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = text.find_first_not_of(' ', at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    at = end;
  }
  return words;
}

/// Whether two texts have a word of six letters or more in common, or the first six letters of one.
bool share_a_word(std::string_view a, std::string_view b) {
  // Judgement: six letters tell Dutch stems apart ("verlen(gen)", "verlen(ging)").
  constexpr std::size_t stem = 6;
  for (const std::string_view one : words_of(a)) {
    for (const std::string_view other : words_of(b)) {
      if (one.size() < stem || other.size() < stem) continue;
      if (lower(one.substr(0, stem)) == lower(other.substr(0, stem))) return true;
    }
  }
  return false;
}

/// The abbreviation in a code: what follows its leading number.
std::string_view letters_of(std::string_view sub_process) {
  std::size_t at = 0;
  while (at < sub_process.size() && (is_digit(sub_process[at]) || separates(sub_process[at]))) ++at;
  return sub_process.substr(at);
}

}  // namespace

std::string sub_process_of_code(std::string_view code) {
  bool word_seen = false;
  std::size_t begin = 0;
  while (begin < code.size()) {
    std::size_t end = begin;
    while (end < code.size() && !separates(code[end])) ++end;
    const std::string_view part = code.substr(begin, end - begin);
    if (part.empty() || part.find(' ') != std::string_view::npos) return "";
    if (word_seen && is_digit(part.front())) return std::string(code.substr(0, begin - 1));
    word_seen = word_seen || is_letter(part.front());
    begin = end + 1;
  }
  return "";
}

SubProcessWords words_of_code(std::string_view sub_process,
                              const std::vector<std::string>& names) {
  for (const Abbreviation& one : abbreviations) {
    if (one.letters != letters_of(sub_process)) continue;
    if (one.published) return {std::string(one.words), WordsFrom::published};
    const bool fits = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      return share_a_word(one.words, name);
    });
    if (fits) return {std::string(one.words), WordsFrom::guess};
  }
  if (names.empty() || names.front().empty()) return {};
  return {names.front(), WordsFrom::activity};
}

std::vector<std::string> shared_endings(const std::vector<std::string>& names) {
  constexpr std::size_t least_words = 2;
  constexpr std::size_t short_word = 3;
  std::map<std::string, std::size_t> counts;
  const auto for_endings = [&](const std::string& name, const auto& action) {
    const auto words = words_of(name);
    for (std::size_t i = 0; i + least_words <= words.size(); ++i) {
      action(std::string_view(name).substr(
          static_cast<std::size_t>(words[i].data() - name.data())));
    }
  };
  for (const std::string& name : names) {
    for_endings(name, [&](std::string_view ending) { ++counts[lower(ending)]; });
  }
  std::vector<std::string> result;
  for (const std::string& name : names) {
    std::string_view best;
    std::size_t most = 1;
    // From the longest ending to the shortest: of equals the longest stays.
    for_endings(name, [&](std::string_view ending) {
      const std::size_t count = counts.at(lower(ending));
      if (count <= most) return;
      most = count;
      best = ending;
    });
    auto words = words_of(best);
    while (!words.empty() && words.front().size() <= short_word) {
      best.remove_prefix(words.size() == 1
                             ? best.size()
                             : static_cast<std::size_t>(words[1].data() - best.data()));
      words.erase(words.begin());
    }
    result.push_back(lower(best));
  }
  return result;
}

}  // namespace veer::discover
