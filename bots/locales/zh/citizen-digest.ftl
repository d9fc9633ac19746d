# 每日摘要：按主题列出您所关注内容的消息。
notice-digest = 🗞 <b>您所关注内容的消息</b>
notice-digest-theme = <b>{ $theme }</b>
notice-digest-phase = • 主题进入新阶段：<b>{ $phase }</b>。
notice-digest-session = • 📅 新的讨论活动：<b>{ $title }</b>（{ $session }），{ $when }，{ $place }。
notice-digest-agenda = • 📋 议程已公布：/agenda
notice-digest-agenda-item = • 📋 议程已公布。您关注的 { $ref }“{ $text }”列为第 { $rank } 项。
notice-digest-summary = • 📝 摘要已公布：/summary
notice-digest-summary-cited = • 📝 摘要已公布，其中引用了您关注的 { $ref }“{ $text }”。
notice-digest-gone = • 您支持过的 { $gone } 已不再显示。
notice-digest-answered = • 💬 您支持过的 { $ref }“{ $text }”已在“{ $title }”中得到回答。
notice-digest-more = ……另有 { $count } 条消息。
notice-digest-foot = <i>多久一次？/notifications</i>
button-digest-off = 🔕 不再接收此类消息
