// SPDX-License-Identifier: EUPL-1.2
// A CSV file as a table of texts that knows the line of every row.
//
// Quoted cells may hold delimiters, quotes (doubled) and line ends (RFC 4180). Blank lines are
// skipped. Spreadsheet programs' first line "sep=;" is understood.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "veer/base/result.hpp"
#include "veer/codec/problem_list.hpp"

namespace veer::codec {

struct CsvFormat {
  std::string file = "CSV";       ///< The name for error messages.
  std::optional<char> delimiter;  ///< Absent: the one of ; tab | , that the header has most of.
  std::string encoding;           ///< Empty: detected (text_encoding.hpp).
};

class CsvTable {
 public:
  /// Reads a whole file. Errors: syntax (a quote that never closes, not a table at all), with its
  /// line. O(length); memory about the length of the text.
  [[nodiscard]] static Result<CsvTable> read(std::string_view bytes, const CsvFormat& format);

  /// Names of the columns; a name that comes twice has " (2)" behind it the second time.
  [[nodiscard]] const std::vector<std::string>& header() const { return header_; }
  [[nodiscard]] std::size_t rows() const { return lines_.size(); }
  /// The rows that are not among these, as they have more or fewer cells than the header: invalid,
  /// with their lines. A reader begins its list of problems with them.
  [[nodiscard]] const ProblemList& ragged_rows() const { return ragged_rows_; }
  [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const;
  /// `zaken.csv:17`.
  [[nodiscard]] std::string place(std::size_t row) const;
  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] const std::string& encoding() const { return encoding_; }
  [[nodiscard]] char delimiter() const { return delimiter_; }

 private:
  friend class CsvTableReader;
  std::string file_;
  std::string encoding_;
  char delimiter_ = ';';
  std::vector<std::string> header_;
  std::string text_;                // all cells behind each other
  std::vector<std::size_t> ends_;   // of each cell in text_, row by row
  std::vector<std::size_t> lines_;  // of each row
  ProblemList ragged_rows_;
};

}  // namespace veer::codec
