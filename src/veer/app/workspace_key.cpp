// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/workspace_key.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

namespace veer::app {
namespace {

constexpr std::string_view setting_name = "key_check";

/// What a workspace keeps of its key, to know it again.
std::string check_of(const codec::PseudonymKey& key) {
  return codec::keyed_hash(key)("veer: the key of this workspace");
}

Result<codec::PseudonymKey> read_key(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return fail(Error{ErrorCode::unreadable, path.string(), "a key that cannot be read",
                      "a key file that you may read", "Check the rights on the file."});
  }
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (const auto key = codec::key_from_text(text)) return *key;
  return fail(Error{ErrorCode::invalid, path.string(), "a file that is no key",
                    "64 hexadecimal digits", "Put back the key from a copy."});
}

Failure cannot_write(const std::filesystem::path& path, int reason) {
  return fail(
      Error{ErrorCode::storage, path.string(),
            "a key that cannot be written (" + std::generic_category().message(reason) + ")",
            "a folder that you may write, with room on the disk",
            "Nothing was changed. Use a folder of your own, or make room."});
}

Result<codec::PseudonymKey> make_key(const std::filesystem::path& path) {
  codec::PseudonymKey key{};
  randombytes_buf(key.data(), key.size());
  const std::string text = codec::to_text(key);
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) return cannot_write(path, errno);
  const bool written =
      ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
      ::fsync(file) == 0;
  const int reason = errno;
  ::close(file);
  if (written) return key;
  ::unlink(path.c_str());
  return cannot_write(path, reason);
}

}  // namespace

std::filesystem::path key_path(const std::filesystem::path& workspace) {
  std::filesystem::path path = workspace;
  if (path.extension() == ".veer") return path.replace_extension(".key");
  return path += ".key";
}

Result<WorkspaceKey> workspace_key(const std::filesystem::path& workspace_path,
                                   store::Workspace& workspace) {
  const std::filesystem::path path = key_path(workspace_path);
  VEER_TRY(const auto known, workspace.setting(setting_name));
  WorkspaceKey result;
  std::error_code ignored;
  if (std::filesystem::exists(path, ignored)) {
    VEER_TRY(result.key, read_key(path));
  } else if (known) {
    return fail(Error{
        ErrorCode::not_found, path.string(), "no key", "the key made when this workspace was made",
        "Put it back from a copy. Without it people in new files cannot be recognised; "
        "otherwise import everything into a new workspace."});
  } else {
    VEER_TRY(result.key, make_key(path));
    result.made = true;
  }
  if (!known) {
    VEER_CHECK(workspace.set_setting(setting_name, check_of(result.key)));
  } else if (*known != check_of(result.key)) {
    return fail(Error{ErrorCode::invalid, path.string(), "the key of another workspace",
                      "the key made when this workspace was made", "Put it back from a copy."});
  }
  return result;
}

}  // namespace veer::app
