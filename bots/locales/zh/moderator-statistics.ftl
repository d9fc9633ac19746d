# 主题的数字。
moderator-stats = 📊 <b>{ $theme }</b> — { $phase }
moderator-stats-received = 收到的内容：<b>{ $count }</b>
moderator-stats-state = • { $state }：{ $count }
moderator-stats-people = 👥 参与者 { $people } 人，投票 { $votes } 次，支持 { $supports } 次，报名 { $sign_ups } 次
moderator-stats-oldest = ⏳ 等待最久的一条：{ $age }
moderator-stats-chart = { $theme }：内容数量
moderator-stats-caption = “{ $theme }”的内容按状态统计：数字与上一条消息相同。
moderator-stats-sources = 📍 人们通过哪些链接而来：
moderator-stats-link = • 普通链接：{ $people }
moderator-stats-source = • { $place }：{ $people }
moderator-stats-elsewhere = • 其他地点：{ $people }
