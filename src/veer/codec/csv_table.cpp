// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/csv_table.hpp"

#include <csv.h>

#include <algorithm>
#include <array>
#include <new>

#include "veer/codec/text_encoding.hpp"

namespace veer::codec {
namespace {

constexpr std::size_t largest_cell = 1 << 20;  // Judgement: far above real cells

/// The delimiter of the header line: the candidate that stands there most often outside quotes.
char detected_delimiter(std::string_view text) {
  constexpr std::array<char, 4> candidates = {';', '\t', '|', ','};
  std::array<int, 4> counts{};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    for (std::size_t i = 0; i < candidates.size(); ++i) counts[i] += c == candidates[i] ? 1 : 0;
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  return candidates[static_cast<std::size_t>(most - counts.begin())];
}

/// A first line "sep=;" names the delimiter and is no data.
std::optional<char> take_separator_line(std::string_view& text) {
  if (text.substr(0, 4) != "sep=" || text.size() < 6) return std::nullopt;
  const char delimiter = text[4];
  if (text[5] != '\n' && text[5] != '\r') return std::nullopt;
  const auto end = text.find('\n');
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return delimiter;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of("\r\n \t") == std::string_view::npos;
}

struct Parser {
  Parser(char delimiter) {
    if (csv_init(&state, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc();
    csv_set_delim(&state, static_cast<unsigned char>(delimiter));
  }
  ~Parser() { csv_free(&state); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  csv_parser state{};
};

}  // namespace

class CsvTableReader {
 public:
  CsvTableReader(CsvTable& table, std::size_t first_line) : table_(table), line_(first_line) {}

  Result<Done> read(std::string_view text) {
    Parser parser(table_.delimiter_);
    for (; !text.empty(); ++line_) {
      const auto end = text.find('\n');
      const std::string_view line = text.substr(0, end == text.npos ? text.size() : end + 1);
      text.remove_prefix(line.size());
      if (!open_ && is_blank(line)) continue;
      if (!open_) row_line_ = line_;
      open_ = true;
      if (csv_parse(&parser.state, line.data(), line.size(), on_cell, on_row, this) !=
          line.size()) {
        return quote_failure(line_);
      }
      if (too_large_) return too_large();
    }
    if (csv_fini(&parser.state, on_cell, on_row, this) != 0) return quote_failure(row_line_);
    if (too_large_) return too_large();
    return Done{};
  }

 private:
  static void on_cell(void* bytes, std::size_t size, void* self) {
    CsvTableReader& reader = *static_cast<CsvTableReader*>(self);
    reader.cells_.append(static_cast<const char*>(bytes), size);
    reader.cell_ends_.push_back(reader.cells_.size());
    if (size > largest_cell) reader.too_large_ = true;
  }
  static void on_row(int, void* self) { static_cast<CsvTableReader*>(self)->close_row(); }

  void close_row() {
    open_ = false;
    if (table_.header_.empty()) {
      take_header();
    } else {
      take_row();
    }
    cells_.clear();
    cell_ends_.clear();
  }

  [[nodiscard]] std::string_view cell(std::size_t i) const {
    const std::size_t first = i == 0 ? 0 : cell_ends_[i - 1];
    return std::string_view(cells_).substr(first, cell_ends_[i] - first);
  }

  void take_header() {
    for (std::size_t i = 0; i < cell_ends_.size(); ++i) {
      const std::string name(cell(i));
      std::string unique = name;
      const auto taken = [&] {
        return !unique.empty() && std::find(table_.header_.begin(), table_.header_.end(), unique) !=
                                      table_.header_.end();
      };
      for (int n = 2; taken(); ++n) unique = name + " (" + std::to_string(n) + ")";
      table_.header_.push_back(unique);
    }
  }

  void take_row() {
    const std::size_t width = table_.header_.size();
    std::size_t count = cell_ends_.size();
    while (count > width && cell(count - 1).empty()) --count;
    if (count != width) {
      table_.ragged_rows_.add({ErrorCode::invalid, table_.file_ + ":" + std::to_string(row_line_),
                     std::to_string(count) + " cells", std::to_string(width) + ", as in the header",
                     "A cell that holds the delimiter or a line end stands between quotes."});
      return;
    }
    const std::size_t before = table_.text_.size();
    table_.text_ += cells_;
    for (std::size_t i = 0; i < width; ++i) {
      table_.ends_.push_back(before + std::min(cell_ends_[i], cells_.size()));
    }
    table_.lines_.push_back(row_line_);
  }

  [[nodiscard]] Failure quote_failure(std::size_t line) const {
    return fail(Error{ErrorCode::syntax, table_.file_ + ":" + std::to_string(line),
                      "a quotation mark that does not fit", "quotes around a whole cell",
                      "Write a quotation mark inside a cell twice, and the cell between quotes."});
  }
  [[nodiscard]] Failure too_large() const {
    return fail(Error{ErrorCode::syntax, table_.file_ + ":" + std::to_string(row_line_),
                      "a cell of more than " + std::to_string(largest_cell) + " bytes",
                      "cells up to that size", "Leave documents out of the export."});
  }

  CsvTable& table_;
  std::size_t line_;          // being read
  std::size_t row_line_ = 1;  // on which the row began
  bool open_ = false;         // within a row
  bool too_large_ = false;
  std::string cells_;
  std::vector<std::size_t> cell_ends_;
};

std::string_view CsvTable::cell(std::size_t row, std::size_t column) const {
  const std::size_t i = row * header_.size() + column;
  const std::size_t first = i == 0 ? 0 : ends_[i - 1];
  return std::string_view(text_).substr(first, ends_[i] - first);
}

std::string CsvTable::place(std::size_t row) const {
  return file_ + ":" + std::to_string(lines_[row]);
}

Result<CsvTable> CsvTable::read(std::string_view bytes, const CsvFormat& format) {
  if (bytes.substr(0, 4) == "PK\x03\x04") {
    return fail(Error{ErrorCode::syntax, format.file, "a zip archive or spreadsheet (.xlsx)",
                      "a text file with a header line", "Save the sheet as CSV (UTF-8)."});
  }
  VEER_TRY(const EncodedText decoded, to_utf8(bytes, format.encoding, format.file));
  std::string_view text = decoded.text;
  if (text.find('\0') != std::string_view::npos) {
    return fail(Error{ErrorCode::syntax, format.file, "bytes that are no text",
                      "a text file with a header line", "Check that this is the right file."});
  }
  CsvTable table;
  table.file_ = format.file;
  table.encoding_ = decoded.encoding;
  const auto named = take_separator_line(text);
  table.delimiter_ = format.delimiter ? *format.delimiter
                     : named          ? *named
                                      : detected_delimiter(text);
  VEER_CHECK(CsvTableReader(table, named ? 2 : 1).read(text));
  if (table.header_.empty()) {
    return fail(Error{ErrorCode::syntax, format.file, "an empty file", "a header line and rows",
                      "Check that this is the right file."});
  }
  return table;
}

}  // namespace veer::codec
