// Where writers put their bytes. Implementations own their buffer; write() throws IoError when the bytes cannot be kept.
#pragma once

#include <string>
#include <string_view>

namespace newsgraph {

class Sink {
public:
    virtual ~Sink() = default;
    virtual void write(std::string_view bytes) = 0;
};

class StringSink : public Sink {
public:
    void write(std::string_view bytes) override { text_.append(bytes); }
    const std::string& text() const { return text_; }

private:
    std::string text_;
};

}  // namespace newsgraph
