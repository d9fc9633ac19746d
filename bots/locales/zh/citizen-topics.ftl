# 一条发言所属的议题。
citizen-topic = → 议题 { $number }：<b>{ $title }</b>
citizen-topic-words = 大家谈到：{ $words }
