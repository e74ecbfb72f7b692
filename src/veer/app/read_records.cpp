// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/read_records.hpp"

namespace veer::app {

Result<RecordsFile> read_records(const std::filesystem::path& path, const ReadOptions& options,
                                 ReadingProgress& reading) {
  codec::XesReader reader({path.string(), options.time_zone});
  VEER_TRY(const FileRead file,
           read_file(path, [&](std::string_view bytes) { return reader.feed(bytes); }, reading));
  VEER_TRY(codec::RecordsRead read, reader.finish());
  return RecordsFile{std::move(read), file};
}

}  // namespace veer::app
