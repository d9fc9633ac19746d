# 谁不能再发言、投票或支持。
moderator-menu-ban = 禁止某条内容的作者参与
moderator-menu-unban = 允许其重新参与
moderator-ask-ban = 哪条内容的作者不得再发言、投票或支持？请写出编号，例如 <code>Q-12</code>。
moderator-ask-unban = 哪条内容的作者可以重新参与？请写出编号，例如 <code>Q-12</code>。
moderator-ban-unknown = 我不知道编号为“{ $ref }”的内容。请写出编号，例如 <code>Q-12</code>，或输入 /cancel。
moderator-banned = ⛔ <b>{ $ref }</b> 的作者不能再发言、投票或支持。已公布的内容保留，没有人会知道作者是谁。
moderator-unbanned = ✅ <b>{ $ref }</b> 的作者可以发言、投票和支持。
moderator-button-unban = ↩️ 允许重新参与
