# Una pausa durante il voto, e i propri voti.
citizen-vote-rest = 🌿 <b>Già { $done }. Grazie!</b> Puoi continuare con questa, vedere dove ti collochi o fermarti per oggi: le altre ti aspettano.
citizen-button-vote-enough = 🌙 Basta per oggi
citizen-vote-enough = 🌙 Grazie, per oggi è già molto! I tuoi voti sono contati. Le altre affermazioni ti aspettano: /vote riprende da dove eri.
citizen-button-my-votes = 🗳 I miei voti
citizen-my-votes = <b>I tuoi voti</b> ({ $count }) · li vedi solo tu
citizen-my-votes-none = Non hai ancora votato. I tuoi voti li vedrai solo tu.
citizen-my-vote =
    <b>{ $ref }</b> · { $vote }
    { $text }
citizen-my-vote-gone = <b>{ $ref }</b> · { $vote } · questa affermazione non è più mostrata
citizen-my-vote-open = Il tuo voto: <b>{ $vote }</b>. Puoi cambiarlo fino alla chiusura.
citizen-my-vote-closed = Il tuo voto: <b>{ $vote }</b>. Non si può più cambiare: qui il voto è chiuso.
citizen-button-take-vote-back = ↩ Ritira il mio voto
