// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/read_records.hpp"

#include <algorithm>
#include <cctype>

namespace veer::app {
namespace {

enum class Format : std::uint8_t {
  xes,
  csv
};

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

/// By the name; nothing when it does not tell.
std::optional<Format> format_by_name(std::filesystem::path path) {
  if (lower_case(path.extension().string()) == ".gz") path.replace_extension();
  const std::string extension = lower_case(path.extension().string());
  if (extension == ".xes" || extension == ".xml") return Format::xes;
  if (extension == ".csv" || extension == ".txt" || extension == ".tsv") return Format::csv;
  return std::nullopt;
}

/// By the first byte of the text: XML begins with <.
Format format_by_content(std::string_view text) {
  const auto first = text.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  return first != std::string_view::npos && text[first] == '<' ? Format::xes : Format::csv;
}

}  // namespace

Result<RecordsFile> read_records(const std::filesystem::path& path, const ReadOptions& options,
                                 ReadingProgress& reading) {
  constexpr std::size_t largest_csv = std::size_t{4} << 30;
  codec::XesReader xes({path.string(), options.time_zone});
  std::optional<Format> format = format_by_name(path);
  std::string text;
  const auto sink = [&](std::string_view bytes) -> Result<Done> {
    if (!format) format = format_by_content(bytes);
    if (*format == Format::xes) return xes.feed(bytes);
    if (text.size() + bytes.size() > largest_csv) return fail(too_large(path, largest_csv));
    text += bytes;
    return Done{};
  };
  VEER_TRY(const FileRead file, read_file(path, sink, reading));
  if (format.value_or(Format::csv) == Format::xes) {
    VEER_TRY(codec::RecordsRead read, xes.finish());
    return RecordsFile{std::move(read), file};
  }
  VEER_TRY(codec::RecordsRead read,
           codec::read_csv_records(text, {{path.string(), options.delimiter, options.encoding},
                                          options.columns,
                                          options.time_zone,
                                          options.date_order}));
  return RecordsFile{std::move(read), file};
}

Result<StaffFile> read_staff_list(const std::filesystem::path& path, ReadingProgress& reading) {
  FileRead file;
  VEER_TRY(const std::string text, read_text(path, reading, file));
  VEER_TRY(codec::StaffRead read, codec::read_csv_staff(text, {path.string(), {}, ""}));
  return StaffFile{std::move(read), file};
}

Result<BudgetFile> read_budget(const std::filesystem::path& path, ReadingProgress& reading) {
  FileRead file;
  VEER_TRY(const std::string text, read_text(path, reading, file));
  VEER_TRY(codec::BudgetRead read, codec::read_csv_budget(text, {path.string(), {}, ""}));
  return BudgetFile{std::move(read), file};
}

}  // namespace veer::app
