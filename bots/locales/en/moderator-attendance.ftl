# The day of a debate: needs, the door, attendance.
moderator-menu-checkin = Check people in
moderator-menu-attendance = How many came
moderator-button-check-in = 🚪 Door
moderator-button-attendance = 🔢 Attendance
moderator-button-refresh = 🔄 Look again
moderator-button-walk-in = ➕ Came without a sign-up
moderator-button-walk-in-less = ➖ One fewer
moderator-button-room-code = 🖼 Code for the room
moderator-needs = 🤝 What people need ({ $count }):
moderator-need = <code>{ $sign }</code> { $text }
moderator-no-door = No door is open: people are checked in from the day of a debate to the day after it. /signups shows the sessions.
moderator-door =
    🚪 <b>{ $ref } · { $title }</b>
    Type the code that somebody shows you here, one after the other, or scan the picture on their phone.
    Or show the code of the room to everybody: <code>{ $code }</code>. Who has it types it { $bot ->
        [none] to the citizens’ bot
       *[other] to @{ $bot }
    }.
moderator-attendance =
    👥 { $present } present
    { $came } of { $signed } people with a seat, { $walkins } without one; { $absent } not there
moderator-attendance-of =
    🔢 <b>{ $ref } · { $title }</b>
    🕑 { $when }
moderator-attendance-file = The numbers, without persons.
moderator-arrived = ✅ <code>{ $sign }</code> is here: { $title }. { $present ->
        [one] One person is present.
       *[other] { $present } people are present.
    }{ $seat ->
        [yes] {""}
       *[no] {" "}⚠️ On the waiting list: look whether there is a seat.
    }
moderator-arrived-already = <code>{ $sign }</code> is checked in already: { $title }. { $present ->
        [one] One person is present.
       *[other] { $present } people are present.
    }
moderator-sign-unknown = Nobody who has signed up for a debate of today has the code “{ $sign }”. Read it again, or count the person with ➕ under /checkin.
moderator-attendance-undone = ↩ <code>{ $sign }</code> is not counted any more.
moderator-room-code = { $title }: scan this, or type { $code } to the bot.
moderator-room-code-later = The citizens’ bot, where this picture leads, does not say its name just now: please try again in a minute. The code of the room is good already: { $code }
moderator-refused-door-closed = The door of “{ $title }” is not open: people are checked in from the day of the debate to the day after it.
moderator-refused-not-there = This person is not checked in for “{ $title }”.
moderator-refused-no-walk-in = Nobody without a sign-up is counted for “{ $title }”.
moderator-refused-stranger = This person has been erased and takes part no more: count them with ➕ under /checkin.
