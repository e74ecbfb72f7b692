// SPDX-License-Identifier: EUPL-1.2
// Names of people as they are written: the same name written otherwise, and inside other text.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace veer::eventlog {

/// The name without regard to capitals, to how an accent is encoded (Unicode case folding and
/// canonical composition) and to how many blanks stand between and around its words. O(length).
[[nodiscard]] std::string folded_name(std::string_view name);

/// Finds people whose names are known in texts such as "Gesprek met Jan de Vries".
class NamesInText {
 public:
  /// names: those of fewer than two words are left out, since words of the trade pass for them; of
  /// "Vries, Jan de" also "Jan de Vries" is found.
  explicit NamesInText(const std::vector<std::string>& names);

  /// Puts what `replacement` gives of the folded name in place of each name in the text, whatever
  /// its capitals. Tells whether there was one. O(length of the text).
  bool replace(std::string& text,
               const std::function<std::string(std::string_view)>& replacement) const;

 private:
  struct Name {
    std::vector<std::string> words;  ///< Folded.
    std::string folded;
  };
  void add(std::vector<std::string> words, const std::string& folded);

  std::unordered_map<std::string, std::vector<Name>> by_first_word_;
};

/// Whether the whole text is an e-mail address. O(length).
[[nodiscard]] bool is_email_address(std::string_view text);

/// Puts what `replacement` gives in place of each e-mail address in the text. Tells whether there
/// was one. O(length).
bool replace_email_addresses(std::string& text,
                             const std::function<std::string(std::string_view)>& replacement);

}  // namespace veer::eventlog
