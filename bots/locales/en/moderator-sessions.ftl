# Sessions and sign-ups.
moderator-session-for = 📅 A session for <b>{ $title }</b>.
moderator-ask-session-title = What is its title?
moderator-ask-session-when = When? For example <code>2026-12-05 18:30</code> or <code>05/12/2026 18:30</code> (local time, day first).
moderator-ask-session-place = Where?
moderator-ask-session-capacity = How many seats? Choose, or write a number.
moderator-ask-session-minutes = How many minutes? Choose, or write a number.
moderator-session-capacity-value = { $value }
moderator-session-minutes-value = { $value } min
moderator-session-when = 🕑 { $when }.
moderator-session-planned = ✅ Session <b>{ $ref }</b> is planned: <b>{ $title }</b>
    🕑 { $when } ({ $minutes } min)
    📍 { $place }
    🪑 { $capacity ->
        [one] one seat
       *[other] { $capacity } seats
    }
moderator-button-signups = 👥 Sign-ups
moderator-slip-session-title = A title has { $least } to { $most } characters; this one has { $length }.
moderator-slip-session-place = A place has { $least } to { $most } characters; this one has { $length }.
moderator-slip-session-when = I do not understand the date “{ $when }”. Write it like this: <code>2026-12-05 18:30</code>
moderator-slip-session-past = “{ $when }” is past. Write a date to come.
moderator-slip-session-gap = “{ $when }” does not exist: that night the clocks go forward. Choose another hour.
moderator-slip-session-capacity = The number of seats must be { $least } to { $most }; “{ $given }” is not.
moderator-slip-session-minutes = The length must be { $least } to { $most } minutes; “{ $given }” is not.
moderator-slip-session-parts = Something is missing, or there is too much. On one line:
    <code>/newsession { $theme } | Title | 2026-12-05 18:30 | Place | 40 | 120</code>
    The last two (seats, minutes) are optional. Or: <code>/newsession { $theme }</code>, and I ask.
moderator-slip-session-unknown = I do not know the session “{ $ref }”. Type /signups for the list.
moderator-no-session = There is no session yet. Plan one: /newsession
moderator-no-coming-session = No session is to come. Plan one: /newsession
moderator-which-session = Which session?
moderator-signups = 👥 <b>{ $title }</b> ({ $ref })
    🕑 { $when }
    { $seated } of { $capacity } seats taken, { $waiting } on the waiting list.
moderator-signups-file = The list, without names: a code a person, of this session only.
moderator-hour-twice = that night the clocks go back and this hour comes twice: the first of the two is meant
moderator-session-off = ❌ Cancelled.
moderator-session-about = 📅 <b>{ $ref } · { $title }</b>
    🕑 { $when }
    { $people ->
        [0] Nobody is signed up or waiting.
        [one] One person is signed up or waiting.
       *[other] { $people } people are signed up or waiting.
    }
moderator-session-moved = ✅ <b>{ $ref } · { $title }</b> is moved:
    🕑 { $when }
    { $people ->
        [0] There was nobody to tell.
        [one] One person is told.
       *[other] { $people } people are told.
    }
moderator-session-called-off = ❌ <b>{ $ref } · { $title }</b> ({ $when }) is cancelled.
    { $people ->
        [0] There was nobody to tell.
        [one] One person is told.
       *[other] { $people } people are told.
    }
moderator-session-sure = Cancel it? This cannot be undone.
moderator-button-move = 📅 Move
moderator-button-call-off = ❌ Cancel the session…
moderator-button-call-off-surely = ❌ Yes, cancel the session
