// SPDX-License-Identifier: EUPL-1.2
// Text in columns for a screen: widths count characters, not bytes.
#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace veer::report {

/// Characters of UTF-8 text (code points; Veer prints no combining or double-width ones).
[[nodiscard]] std::size_t width(std::string_view text);

/// The text cut to a number of characters, with an ellipsis where it was longer. columns >= 1.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t columns);

/// Breaks a paragraph into lines of at most `columns` characters, each ended by a line break; a
/// longer word stands alone on its line. Following lines are indented.
[[nodiscard]] std::string wrapped(std::string_view paragraph, std::size_t columns = 100,
                                  std::size_t indent = 0);

/// Rows of cells; the first column is left-aligned, the others right-aligned, two spaces between.
class Table {
 public:
  /// Rows may differ in length.
  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  /// Where the table would be wider than 100, names in the first column are shortened, but not to
  /// fewer than least_name characters.
  [[nodiscard]] std::string to_string(
      std::size_t least_name = std::numeric_limits<std::size_t>::max()) const;

 private:
  static std::size_t first_width(const std::vector<std::size_t>& widths, std::size_t least);

  std::vector<std::vector<std::string>> rows_;
};

/// One character a value, a bar from low (or below) to high (or above); low < high.
[[nodiscard]] std::string sparkline(const std::vector<double>& values, double low, double high);

}  // namespace veer::report
