// Files, folders and standard input -> articles, one by one, in the order of their names; the memory in use is that of
// one article. One thread. What cannot be read is an item too (BadInput), so that a run can go on behind it; repaired
// bytes are reported to the observer.
#pragma once

#include "extract/base/observer.hpp"
#include "extract/readers/files.hpp"
#include "extract/readers/input.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace newsgraph::readers {

struct ReaderOptions {
    std::optional<InputFormat> format;  // empty: by suffix, else by content
    bool raw = false;                   // each file is one running text, whatever its name: no title, no JSON
};

class ArticleReader {
public:
    // Throws IoError for inputs that are not there and for folders without articles, before anything is read. The
    // observer must outlive the reader.
    ArticleReader(const std::vector<std::string>& inputs, const ReaderOptions& options, Observer& observer);
    ~ArticleReader();
    ArticleReader(ArticleReader&&) noexcept;

    // Nothing at the end.
    std::optional<InputItem> next();

    // For a progress bar: 0 if it is not known how much there is.
    std::uint64_t bytes_total() const;
    std::uint64_t bytes_read() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace newsgraph::readers
