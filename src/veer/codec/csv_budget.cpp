// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/csv_budget.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <tuple>

#include "veer/codec/csv_columns.hpp"
#include "veer/codec/problem_list.hpp"

namespace veer::codec {
namespace {

constexpr std::string_view unit_names[] = {
    "eenheid",      "organisatieeenheid", "afdeling",   "team",           "kostenplaats",
    "kostenplaatsomschrijving", "kostenplaatsnaam", "cluster", "domein", "programma", "taakveld",
    "unit",         "department",         "domain",     "costcentre",     "costcenter"};
constexpr std::string_view kind_names[] = {
    "soort",      "kostensoort", "kostensoortomschrijving", "categorie", "economischecategorie",
    "kostencategorie", "rubriek", "kind", "costtype", "category", "type"};
constexpr std::string_view year_names[] = {"jaar", "begrotingsjaar", "boekjaar", "dienstjaar",
                                           "year", "budgetyear", "fiscalyear"};
constexpr std::string_view amount_names[] = {"bedrag",  "begroot", "begrootbedrag", "begroting",
                                             "budget",  "lasten",  "bedragineuro",  "bedrageuro",
                                             "bedragineuros", "euro", "amount", "amounteur",
                                             "amounteuro"};

const ColumnRole unit_role{"unit", "", unit_names};
const ColumnRole kind_role{"kind of cost", "", kind_names};
const ColumnRole year_role{"year", "", year_names};
const ColumnRole amount_role{"amount", "", amount_names};

constexpr int first_year = 1990;
constexpr int last_year = 2100;
constexpr std::size_t most_digits = 11;  // before the decimals: below a hundred billion
constexpr std::size_t group = 3;         // digits between thousands separators
constexpr std::size_t shown = 60;        // characters of a wrong text in a message

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Without signs of the euro and space at the ends; takes a minus or brackets off.
std::string_view bare(std::string_view text, bool& negative) {
  constexpr std::string_view off[] = {" ", "\t", "\xc2\xa0", "\xe2\x82\xac", "EUR", "eur"};
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::string_view one : off) {
      if (text.substr(0, one.size()) == one) {
        text.remove_prefix(one.size());
        changed = true;
      }
      if (text.size() >= one.size() && text.substr(text.size() - one.size()) == one) {
        text.remove_suffix(one.size());
        changed = true;
      }
    }
    const bool brackets = text.size() > 2 && text.front() == '(' && text.back() == ')';
    const bool leading = !text.empty() && text.front() == '-';
    // "12-" is less than nothing, "12,-" is twelve euros.
    const bool behind = text.size() > 1 && text.back() == '-' && is_digit(text[text.size() - 2]);
    if (!negative && (brackets || leading || behind)) {
      if (brackets || leading) text.remove_prefix(1);
      if (brackets || !leading) text.remove_suffix(1);
      negative = changed = true;
    }
  }
  return text;
}

/// The digits of a whole number with or without separators between thousands, all alike; empty when
/// it is anything else.
std::string whole_digits(std::string_view text, char not_this) {
  std::string digits;
  char separator = 0;
  std::size_t since = 0;
  for (const char c : text) {
    if (is_digit(c)) {
      digits += c;
      ++since;
      continue;
    }
    const bool first = separator == 0;
    if ((c != '.' && c != ',' && c != ' ' && c != '\'') || c == not_this) return "";
    if (first ? since == 0 || since > group : c != separator || since != group) return "";
    separator = c;
    since = 0;
  }
  return separator != 0 && since != group ? "" : digits;
}

struct Columns {
  std::optional<std::size_t> unit, kind, year, amount;
  [[nodiscard]] bool has(std::size_t column) const {
    return unit == column || kind == column || year == column || amount == column;
  }
};

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return "";
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

std::optional<int> parse_year(const std::string& text) {
  if (text.size() != 4 || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  const int year = std::stoi(text);
  return year >= first_year && year <= last_year ? std::optional<int>(year) : std::nullopt;
}

class Reader {
 public:
  Reader(const CsvTable& table, const Columns& columns)
      : table_(table), columns_(columns), problems_(table.ragged_rows()) {}

  Result<org::Budget> read() {
    for (std::size_t row = 0; row < table_.rows(); ++row) read_row(row);
    if (!problems_.empty()) return fail(problems_.take(table_.file()));
    return std::move(budget_);
  }

 private:
  [[nodiscard]] std::string text(std::size_t row, const std::optional<std::size_t>& column) const {
    return trimmed(table_.cell(row, *column));
  }
  void wrong(std::size_t row, const std::optional<std::size_t>& column, const std::string& found,
             const char* expected, const char* what_to_do) {
    problems_.add({ErrorCode::invalid, table_.place(row),
                   table_.header()[*column] + " = " +
                       (found.empty() ? "(empty)" : found.substr(0, shown)),
                   expected, what_to_do});
  }

  void read_row(std::size_t row) {
    org::BudgetLine line{text(row, columns_.unit), text(row, columns_.kind), 0, Money()};
    if (line.unit.empty()) {
      wrong(row, columns_.unit, "", "the name of a unit or cost centre", "Fill it in.");
    }
    if (line.kind.empty()) {
      wrong(row, columns_.kind, "", "a kind of cost, such as salarissen", "Fill it in.");
    }
    const std::string written_year = text(row, columns_.year);
    const auto year = parse_year(written_year);
    if (!year) {
      wrong(row, columns_.year, written_year, "a year, such as 2026", "Correct it.");
    }
    const std::string written = text(row, columns_.amount);
    const auto amount = parse_amount(written);
    if (!amount) {
      wrong(row, columns_.amount, written, "an amount in euros, such as 1.234,50 or 1234.50",
            "Correct it; leave out a line without an amount.");
    } else if (*amount < Money()) {
      wrong(row, columns_.amount, written, "costs, which are not below zero",
            "Leave out income and corrections: Veer compares costs.");
    }
    if (line.unit.empty() || line.kind.empty() || !year || !amount || *amount < Money()) return;
    line.year = *year;
    line.amount = *amount;
    const auto [first, is_new] =
        lines_.emplace(std::tuple(line.unit, line.kind, line.year), table_.place(row));
    if (!is_new) {
      problems_.add({ErrorCode::invalid, table_.place(row),
                     "a second line for " + line.unit.substr(0, shown) + ", " +
                         line.kind.substr(0, shown) + ", " + written_year,
                     "one line for each unit, kind and year; the first is at " + first->second,
                     "Leave one out, or add the two up."});
      return;
    }
    budget_.push_back(std::move(line));
  }

  const CsvTable& table_;
  const Columns& columns_;
  org::Budget budget_;
  std::map<std::tuple<std::string, std::string, int>, std::string> lines_;
  ProblemList problems_;
};

}  // namespace

std::optional<Money> parse_amount(std::string_view text) {
  bool negative = false;
  text = bare(text, negative);
  std::int64_t cents = 0;
  const auto point = text.find_last_of(".,");
  char decimal = 0;
  if (point != std::string_view::npos) {
    const std::string_view after = text.substr(point + 1);
    const bool digits = std::all_of(after.begin(), after.end(), is_digit);
    // ",-" and ",--" are the Dutch way to write no cents.
    const bool none = after == "-" || after == "--";
    if (none || (digits && (after.size() == 1 || after.size() == 2))) {
      decimal = text[point];
      if (!none) {
        cents = (after[0] - '0') * 10;
        if (after.size() == 2) cents += after[1] - '0';
      }
      text = text.substr(0, point);
    }
  }
  const std::string digits = whole_digits(text, decimal);
  if (digits.empty() || digits.size() > most_digits) return std::nullopt;
  std::int64_t euros = 0;
  for (const char c : digits) euros = euros * 10 + (c - '0');
  const std::int64_t all = euros * 100 + cents;
  return Money::cents(negative ? -all : all);
}

Result<BudgetRead> read_csv_budget(std::string_view bytes, const CsvFormat& format) {
  VEER_TRY(const CsvTable table, CsvTable::read(bytes, format));
  Columns columns;
  VEER_TRY(columns.unit, find_column(table, unit_role, ""));
  VEER_TRY(columns.kind, find_column(table, kind_role, ""));
  VEER_TRY(columns.year, find_column(table, year_role, ""));
  VEER_TRY(columns.amount, find_column(table, amount_role, ""));
  ProblemList problems = table.ragged_rows();
  bool complete = true;
  const auto need = [&](const std::optional<std::size_t>& column, const ColumnRole& role) {
    if (column) return;
    complete = false;
    problems.add(missing_column(table, role));
  };
  need(columns.unit, unit_role);
  need(columns.kind, kind_role);
  need(columns.year, year_role);
  need(columns.amount, amount_role);
  if (!complete) return fail(problems.take(table.file()));
  BudgetRead read;
  VEER_TRY(read.budget, Reader(table, columns).read());
  for (std::size_t column = 0; column < table.header().size(); ++column) {
    if (!columns.has(column)) read.ignored.push_back(table.header()[column]);
  }
  return read;
}

}  // namespace veer::codec
