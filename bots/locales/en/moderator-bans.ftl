# Who may no longer write, vote or support.
moderator-menu-ban = Ban the author of a contribution
moderator-menu-unban = Let them take part again
moderator-ask-ban = Whose author should no longer write, vote or support? Write the contribution’s reference, such as <code>Q-12</code>.
moderator-ask-unban = Whose author should take part again? Write the contribution’s reference, such as <code>Q-12</code>.
moderator-ban-unknown = I do not know a contribution “{ $ref }”. Write its reference, such as <code>Q-12</code>, or type /cancel.
moderator-banned = ⛔ The author of <b>{ $ref }</b> can no longer write, vote or support. What is published stays, and nobody learns who it is.
moderator-unbanned = ✅ The author of <b>{ $ref }</b> can write, vote and support.
moderator-button-unban = ↩️ Let them take part again
