// SPDX-License-Identifier: EUPL-1.2
// Reading YAML that a person wrote: every problem of the file at once, with line and path.
//
// parse_yaml() makes a tree without aliases; a YamlNode is a place in that tree from which typed
// values are read. A wrong value is reported where it stands and reading goes on with a harmless
// one, so a caller reads everything first and asks problems() afterwards. A YamlNode refers to the
// YamlDocument, which must outlive it.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "veer/base/result.hpp"

namespace veer::codec {

struct YamlTree;
class YamlNode;

/// One parsed file and the problems found in it so far.
class YamlDocument {
 public:
  /// Parses text; name is the file's name in messages. Refused, as one problem with its line: what
  /// is not YAML, more than one document, more than 4 MB or 200,000 values, nesting deeper than 32,
  /// a key given twice, and anchors with aliases (which can blow a small file up). O(size).
  static Result<std::unique_ptr<YamlDocument>> parse(std::string_view text, std::string name);

  YamlDocument(std::string name, std::unique_ptr<YamlTree> tree);
  ~YamlDocument();
  YamlDocument(const YamlDocument&) = delete;
  YamlDocument& operator=(const YamlDocument&) = delete;

  [[nodiscard]] YamlNode root();
  [[nodiscard]] const std::string& name() const { return name_; }
  /// Everything reported so far, in the order of the lines.
  [[nodiscard]] Problems problems() const;
  /// Error::where is completed here: `name:line: path`.
  void report(int line, const std::string& path, Error error);

 private:
  std::string name_;
  std::unique_ptr<YamlTree> tree_;
  std::vector<std::pair<int, Error>> reported_;
};

/// A unit that a quantity may be written in, and what one of it is in the unit that is wanted.
struct YamlUnit {
  std::string_view name;
  double factor;
};

class YamlNode {
 public:
  YamlNode(YamlDocument& document, const YamlTree* tree, int line, std::string path)
      : document_(&document), tree_(tree), line_(line), path_(std::move(path)) {}

  /// False for what was left out (or written as null): reading it gives defaults without a report.
  [[nodiscard]] bool is_present() const;
  [[nodiscard]] bool is_map() const;
  [[nodiscard]] bool is_list() const;
  [[nodiscard]] bool is_text() const;
  [[nodiscard]] int line() const { return line_; }
  [[nodiscard]] const std::string& path() const { return path_; }

  // Maps. Each reports when this is present and no map.
  /// Reports every key that is not among these, with the nearest known one.
  void only(std::initializer_list<std::string_view> keys) const;
  /// The value of a key that must be there; reports when it is not.
  [[nodiscard]] YamlNode at(std::string_view key) const;
  /// The value of a key that may be left out.
  [[nodiscard]] YamlNode find(std::string_view key) const;
  /// All keys with their values, in the order of the file.
  [[nodiscard]] std::vector<std::pair<std::string, YamlNode>> members() const;

  /// The items of a list, in order; reports when this is present and no list.
  [[nodiscard]] std::vector<YamlNode> items() const;

  // Scalars. Each reports what cannot be read and gives the default value instead.
  /// Any text that is not empty.
  [[nodiscard]] std::string text() const;
  /// A finite number from low to high, without a unit.
  [[nodiscard]] double number(double low, double high) const;
  /// A whole number from low to high.
  [[nodiscard]] std::int64_t whole(std::int64_t low, std::int64_t high) const;
  /// `true` or `false`.
  [[nodiscard]] bool flag() const;
  /// A non-negative number with one of the units ("20 min"), times the unit's factor.
  [[nodiscard]] double quantity(std::span<const YamlUnit> units) const;
  /// Which of the words stands here; reports others with the nearest, and gives 0.
  [[nodiscard]] std::size_t choice(std::span<const std::string_view> words) const;

  /// Reports a problem at this place.
  void report(std::string found, std::string expected, std::string hint = "",
              ErrorCode code = ErrorCode::invalid) const;
  /// What stands here, for messages: the text, or "a list", "a map", "nothing".
  [[nodiscard]] std::string shown() const;

 private:
  [[nodiscard]] const std::string* scalar(std::string_view expected) const;

  YamlDocument* document_;
  const YamlTree* tree_;  // null: not present
  int line_;
  std::string path_;
};

/// A finite number that takes up all of the text; no locale, no spaces.
[[nodiscard]] std::optional<double> read_number(std::string_view text);

/// The word that is nearest to text by edits, if it is near enough to be what was meant.
[[nodiscard]] std::optional<std::string> nearest(std::string_view text,
                                                 std::span<const std::string_view> words);
/// `a, b or c`.
[[nodiscard]] std::string listed(std::span<const std::string_view> words);

}  // namespace veer::codec
