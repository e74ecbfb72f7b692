// SPDX-License-Identifier: EUPL-1.2
// The key of the pseudonyms: a file of its own beside the workspace, NAME.key for NAME.veer,
// readable by its owner only. Who has the workspace without the key has no names.
#pragma once

#include <filesystem>

#include "veer/base/result.hpp"
#include "veer/codec/keyed_hash.hpp"
#include "veer/store/workspace.hpp"

namespace veer::app {

struct WorkspaceKey {
  codec::PseudonymKey key{};
  bool made = false;  ///< Made just now.
};

/// Where the key of that workspace is.
[[nodiscard]] std::filesystem::path key_path(const std::filesystem::path& workspace);

/// Reads the key, or makes one for a workspace that never had one, and notes in the workspace how
/// to recognise it. Within in_transaction(). Errors: not_found when the workspace had a key and it
/// is gone (names in new files would get other pseudonyms), invalid when it is another one's,
/// unreadable, storage.
[[nodiscard]] Result<WorkspaceKey> workspace_key(const std::filesystem::path& workspace_path,
                                                 store::Workspace& workspace);

}  // namespace veer::app
