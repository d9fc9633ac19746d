# 录入纸面内容。
moderator-refused-length = 这段文字有 { $length } 个字符；这类内容（{ $kind }）须为 { $least } 到 { $most } 个。
moderator-refused-empty = 我在这段文字里找不到字词。
