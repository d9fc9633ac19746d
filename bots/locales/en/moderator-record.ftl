# The public record of moderation.
moderator-menu-record = The public record of moderation
moderator-record = ⚖️ <b>Record of moderation</b> — { $title }
moderator-record-line = • { $name }: <b>{ $count }</b>
moderator-record-few = —
moderator-record-articles = <b>Refusals by article of the charter</b>
moderator-record-untold = • —
moderator-record-appeals = <b>Appeals</b>
moderator-outcome-open = waiting
moderator-outcome-upheld = decision upheld
moderator-outcome-overturned = decision overturned
moderator-record-removals = 🗑 Removed after publication: <b>{ $count }</b>
moderator-record-times = ⏱ Half of the decisions within { $median }, nine in ten within { $p90 }.
moderator-record-oldest = ⏳ What has waited longest came on { $day }.
moderator-record-small = <i>—: fewer than { $smallest } people, or a number that would give one away. This record is in the open data too.</i>
moderator-record-file = The record as a table (CSV)
