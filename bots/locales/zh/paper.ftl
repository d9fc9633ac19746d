# 纸面上的议程与摘要（PDF）。
paper-contents = 目录
paper-draft = 草稿：尚未发布。
paper-exact = 每一句都逐字出自其后编号所指的发言。
paper-lost = “[…]”代替本机字体中没有的字符；全文见 { $file }。
