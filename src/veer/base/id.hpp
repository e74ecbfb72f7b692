// SPDX-License-Identifier: EUPL-1.2
// Identity: small indices that cannot be mixed up.
//
// An Id<Tag> is a 32-bit index into one table of one value (all persons of an organisation, all
// activities of a log). Ids of different tags do not convert into each other, and an IdVector can
// be subscripted by its own id only. An id has no meaning outside the value it indexes.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace veer {

template <class Tag>
class Id {
 public:
  /// No element; is_none() tells.
  constexpr Id() = default;
  constexpr explicit Id(std::size_t index) : value_(static_cast<std::uint32_t>(index)) {}

  static constexpr Id none() { return Id(); }
  [[nodiscard]] constexpr bool is_none() const { return value_ == none_value; }
  /// The position in the table; meaningless when is_none().
  [[nodiscard]] constexpr std::size_t index() const { return value_; }
  [[nodiscard]] constexpr std::uint32_t value() const { return value_; }

  friend constexpr auto operator<=>(Id, Id) = default;

 private:
  static constexpr std::uint32_t none_value = 0xffffffffU;
  std::uint32_t value_ = none_value;
};

/// A std::vector that only its own id type can subscript.
template <class IdType, class T>
class IdVector {
 public:
  IdVector() = default;
  explicit IdVector(std::size_t size, const T& value = T()) : items_(size, value) {}

  [[nodiscard]] std::size_t size() const { return items_.size(); }
  [[nodiscard]] bool empty() const { return items_.empty(); }
  [[nodiscard]] IdType next_id() const { return IdType(items_.size()); }
  [[nodiscard]] bool contains(IdType id) const { return id.value() < items_.size(); }

  decltype(auto) operator[](IdType id) { return items_[id.index()]; }
  decltype(auto) operator[](IdType id) const { return items_[id.index()]; }

  /// Appends and returns the new element's id.
  IdType push_back(T value) {
    const IdType id = next_id();
    items_.push_back(std::move(value));
    return id;
  }
  void resize(std::size_t size) { items_.resize(size); }
  void reserve(std::size_t size) { items_.reserve(size); }

  auto begin() { return items_.begin(); }
  auto end() { return items_.end(); }
  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }

  /// The elements in id order, for algorithms that need no ids.
  [[nodiscard]] const std::vector<T>& values() const { return items_; }

  friend bool operator==(const IdVector&, const IdVector&) = default;

 private:
  std::vector<T> items_;
};

/// The ids 0 .. size-1, for range-for.
template <class IdType>
class IdRange {
 public:
  explicit IdRange(std::size_t size) : size_(size) {}
  struct Iterator {
    std::size_t at;
    IdType operator*() const { return IdType(at); }
    Iterator& operator++() {
      ++at;
      return *this;
    }
    friend bool operator==(Iterator, Iterator) = default;
  };
  [[nodiscard]] Iterator begin() const { return {0}; }
  [[nodiscard]] Iterator end() const { return {size_}; }

 private:
  std::size_t size_;
};

template <class IdType, class T>
IdRange<IdType> ids(const IdVector<IdType, T>& table) {
  return IdRange<IdType>(table.size());
}

}  // namespace veer

template <class Tag>
struct std::hash<veer::Id<Tag>> {
  std::size_t operator()(veer::Id<Tag> id) const noexcept { return id.value(); }
};
