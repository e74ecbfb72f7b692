// SPDX-License-Identifier: EUPL-1.2
// What the names and codes of activities say about the sub-process they belong to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace veer::discover {

/// The part of a code that names a sub-process: everything before the first number that follows a
/// word. "01_HOOFD" of "01_HOOFD_490_5a", "11_AH_II" of "11_AH_II_040". Parts are separated by
/// '_', '-' or '.'; empty for what is no such code. O(length).
[[nodiscard]] std::string sub_process_of_code(std::string_view code);

/// Where the words for a sub-process come from.
enum class WordsFrom : std::uint8_t {
  id,         ///< There are no words but the id.
  published,  ///< A publication spells the abbreviation out.
  guess,      ///< Veer spells it out, and an activity in it has a word in common.
  activity,   ///< The name of its most frequent activity.
};

struct SubProcessWords {
  std::string words;  ///< Dutch; empty: none.
  WordsFrom from = WordsFrom::id;
  friend bool operator==(const SubProcessWords&, const SubProcessWords&) = default;
};

/// Words for the sub-process of a code, held against the names of its activities (most frequent
/// first; may be empty): a guess that shares no word with any of them is not made.
[[nodiscard]] SubProcessWords words_of_code(std::string_view sub_process,
                                            const std::vector<std::string>& names);

/// For each name the words at its end that most other names end in too, two words or more ("Check
/// confirmation of receipt", "Send confirmation of receipt": "confirmation of receipt"); empty
/// where no other name ends alike. Upper and lower case are alike; leading words of at most three
/// letters are left out. O(names * words).
[[nodiscard]] std::vector<std::string> shared_endings(const std::vector<std::string>& names);

}  // namespace veer::discover
