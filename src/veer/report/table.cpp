// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "veer/base/error.hpp"

namespace veer::report {

std::size_t width(std::string_view text) {
  // Bytes 10xxxxxx continue a character.
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
  }));
}

std::string shortened(std::string_view text, std::size_t columns) {
  if (width(text) <= columns) return std::string(text);
  std::string result;
  std::size_t characters = 0;
  for (const char c : text) {
    const bool starts = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    if (starts && ++characters == columns) break;
    result += c;
  }
  return result + "…";
}

std::string wrapped(std::string_view paragraph, std::size_t columns, std::size_t indent) {
  std::string out;
  std::size_t used = 0;
  while (!paragraph.empty()) {
    const std::size_t end = std::min(paragraph.find(' '), paragraph.size());
    const std::string_view word = paragraph.substr(0, end);
    paragraph.remove_prefix(std::min(end + 1, paragraph.size()));
    if (word.empty()) continue;
    const std::size_t needed = width(word);
    if (used > 0 && used + 1 + needed > columns) {
      out += '\n' + std::string(indent, ' ');
      used = indent;
    } else if (used > 0) {
      out += ' ';
      ++used;
    }
    out += word;
    used += needed;
  }
  return out + '\n';
}

std::size_t Table::first_width(const std::vector<std::size_t>& widths, std::size_t least) {
  constexpr std::size_t screen = 100;
  const std::size_t others = std::accumulate(
      widths.begin() + 1, widths.end(), std::size_t{0},
      [](std::size_t sum, std::size_t one) { return sum + 2 + one; });
  const std::size_t room = others < screen ? screen - others : 0;
  return std::min(widths[0], std::max(least, room));
}

std::string Table::to_string(std::size_t least_name) const {
  std::vector<std::size_t> widths;
  for (const auto& row : rows_) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], width(row[c]));
  }
  if (!widths.empty()) widths[0] = first_width(widths, least_name);
  std::string out;
  for (const auto& row : rows_) {
    std::string line;
    for (std::size_t c = 0; c < row.size(); ++c) {
      const std::string cell = c == 0 ? shortened(row[c], widths[0]) : row[c];
      const std::string gap(widths[c] - width(cell), ' ');
      if (c > 0) line += "  ";
      line += c == 0 ? cell + gap : gap + cell;
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + '\n';
  }
  return out;
}

std::string sparkline(const std::vector<double>& values, double low, double high) {
  VEER_EXPECT(low < high);
  static constexpr std::array<const char*, 8> bars = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  std::string out;
  for (const double value : values) {
    const double share = std::clamp((value - low) / (high - low), 0.0, 1.0);
    out += bars[static_cast<std::size_t>(std::lround(share * 7))];
  }
  return out;
}

}  // namespace veer::report
