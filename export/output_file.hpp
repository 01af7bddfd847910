// A file that appears whole or not at all: written beside its place under another name, synced, then renamed. A file that
// it replaces gives it its owner and permissions; symbolic links are followed and stay. "-" is standard output; pipes and
// devices are written as they are. One thread. Throws IoError with the path and the reason.
#pragma once

#include "export/sink.hpp"

#include <string>

namespace newsgraph {

class OutputFile : public Sink {
public:
    // Opens the temporary file, so a folder that is missing or read-only is known before any work is done. With
    // `overwrite` off a file that is there is refused, here and (if it comes meanwhile) in commit().
    explicit OutputFile(std::string path, bool overwrite = true);
    ~OutputFile() override;  // without commit(): takes the temporary file away
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    void write(std::string_view bytes) override;

    // Flushes, syncs, renames. Nothing may be written afterwards.
    void commit();

private:
    void open_beside();
    void flush();
    void drop() noexcept;
    [[noreturn]] void refuse_to_replace();
    [[noreturn]] void fail(const std::string& what, int error);

    std::string path_;       // as the user named it, for messages
    std::string target_;     // behind symbolic links; "" if written directly
    std::string temporary_;  // "" if written directly
    std::string buffer_;
    int descriptor_ = -1;
    bool owned_ = false;     // descriptor_ is to be closed
    bool overwrite_ = true;
};

}  // namespace newsgraph
