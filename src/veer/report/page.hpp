// SPDX-License-Identifier: EUPL-1.2
// A page for a screen as it is being written: title, headings, sentences and tables, one after the
// other, in one language. The screens are Pages that know what to tell.
#pragma once

#include <string>
#include <utility>

#include "veer/report/table.hpp"
#include "veer/report/text.hpp"

namespace veer::report {

class Page {
 public:
  explicit Page(Language language) : language_(language) {}

  /// Underlined.
  void title(const std::string& words) {
    out_ += words + "\n" + std::string(width(words), '=') + "\n\n";
  }
  void heading(TextKey key) { out_ += "\n" + word(key) + "\n\n"; }
  /// A paragraph that follows on the one before.
  template <class... Args>
  void sentence(TextKey key, const Args&... args) {
    out_ += wrapped(say(language_, key, args...));
  }
  /// One of a list.
  template <class... Args>
  void item(TextKey key, const Args&... args) {
    out_ += wrapped("- " + say(language_, key, args...), 100, 2);
  }
  /// With an empty line before and after.
  void show(const Table& table) { out_ += "\n" + table.to_string() + "\n"; }

  /// A whole number, for a text that may have words for it or for the cell of a table.
  template <class Integer>
  [[nodiscard]] Count n(Integer value) const { return Count(language_, value); }
  [[nodiscard]] std::string word(TextKey key) const { return std::string(text(language_, key)); }
  /// The page; nothing is left of it here.
  [[nodiscard]] std::string take() { return std::move(out_); }

 protected:
  Language language_;
  std::string out_;
};

}  // namespace veer::report
