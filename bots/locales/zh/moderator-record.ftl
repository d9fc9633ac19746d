# 审核的公开记录。
moderator-menu-record = 审核的公开记录
moderator-record = ⚖️ <b>审核记录</b> — { $title }
moderator-record-line = • { $name }：<b>{ $count }</b>
moderator-record-few = —
moderator-record-articles = <b>未采纳（按公约条款）</b>
moderator-record-untold = • —
moderator-record-appeals = <b>申诉</b>
moderator-outcome-open = 待处理
moderator-outcome-upheld = 维持原决定
moderator-outcome-overturned = 撤销原决定
moderator-record-removals = 🗑 公开后撤下：<b>{ $count }</b>
moderator-record-times = ⏱ 一半的决定在 { $median } 内作出，十分之九在 { $p90 } 内作出。
moderator-record-oldest = ⏳ 等待最久的内容于 { $day } 收到。
moderator-record-small = <i>—：不足 { $smallest } 人，或可由此推算出来的数字。这份记录也在开放数据中。</i>
moderator-record-file = 记录表格（CSV）
