# The figures of a theme.
moderator-stats = 📊 <b>{ $theme }</b> — { $phase }
moderator-stats-received = Contributions received: <b>{ $count }</b>
moderator-stats-state = • { $state }: { $count }
moderator-stats-people = 👥 { $people } participants, { $votes } votes, { $supports } supports, { $sign_ups } sign-ups
moderator-stats-oldest = ⏳ The oldest one waiting: { $age }
moderator-stats-chart = { $theme }: contributions
moderator-stats-caption = Contributions of “{ $theme }” by state: the figures are those of the message before.
moderator-stats-sources = 📍 By which links people came:
moderator-stats-link = • the plain link: { $people }
moderator-stats-source = • { $place }: { $people }
moderator-stats-elsewhere = • other places: { $people }
