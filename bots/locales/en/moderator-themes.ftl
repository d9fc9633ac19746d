# Themes and phases.
moderator-themes = <b>Themes</b>
moderator-theme-line = • <b>{ $title }</b> (<code>{ $slug }</code>) — { $phase }{ $waiting ->
        [0] {""}
       *[other] , 📥 { $waiting } waiting
    }
moderator-no-theme = There is no theme yet. Create the first one!
moderator-which-theme = Which theme?
moderator-button-new-theme = ➕ New theme
moderator-button-phase = 🚦 Phase
moderator-button-session = 📅 New session
moderator-button-stats = 📊 Figures
moderator-button-open = ▶️ Open: collect voices
moderator-button-announce = 📣 Announce only
moderator-ask-title = What is the title of the new theme? Write it.
moderator-slip-title = A title has 3 to 120 characters; this one has { $length }. Write another one.
moderator-theme-drafted = ✅ “<b>{ $title }</b>” is created. Its short name: <code>{ $slug }</code>
    It is a draft: citizens do not see it yet.
moderator-which-phase = <b>{ $title }</b> is in the phase “{ $phase }”. To which phase?
    At a date instead of now: <code>/phase { $slug } deliberating 2026-12-05 18:00</code>
moderator-theme-moved = ✅ <b>{ $title }</b> is now in the phase “{ $phase }”.
moderator-theme-moved-on = The theme has changed its phase in the meantime: this is where it is.
moderator-slip-phase = “{ $phase }” is no phase. The phases: { $phases }
moderator-theme-until = ⏳ Planned: “{ $phase }”, { $when }
moderator-phase-planned = ⏳ Noted: it moves to the phase “{ $phase }”, { $when }. Citizens see this date from now on.
moderator-phase-dropped = The planned move (“{ $phase }”, { $when }) will not take place.
moderator-button-unplan = ✖️ Drop the planned move
