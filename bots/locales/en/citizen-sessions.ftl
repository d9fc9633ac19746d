citizen-sessions = <b>The coming debates</b>
citizen-sessions-none = No debate is planned at the moment.
citizen-session =
    <b>{ $ref } · { $title }</b>
    📅 { $when } ({ $minutes } min)
    📍 { $place }
citizen-seats = { $free ->
        [0] Full. { $waiting ->
            [0] You would be the first to wait.
            [one] One person is waiting.
           *[other] { $waiting } people are waiting.
        }
        [one] One seat is free.
       *[other] { $free } seats are free.
    }
citizen-seat-seated = ✅ You have a seat.
citizen-seat-waiting = ⏳ You are number { $position } on the waiting list.
citizen-seat-offered = 🎟 A seat is kept for you: please take it or leave it.
citizen-seat-released = Done: you are no longer signed up.
citizen-session-cancelled = ❌ This debate is cancelled.
citizen-button-take-seat = ✅ Sign up
citizen-button-accept-seat = ✅ Take the seat
citizen-button-leave-seat = Give my seat back
citizen-button-leave-line = Leave the waiting list
citizen-button-calendar = 📎 Calendar file
citizen-calendar-caption = { $title }: for your calendar
