# Participar en el debate con un bolígrafo.
citizen-form-intro = Su pregunta, su opinión o lo que ha vivido, en pocas palabras legibles. Basta con una parte. Entregue esta hoja en el mostrador.
citizen-form-question = Mi pregunta
citizen-form-opinion = Mi opinión
citizen-form-testimony = Lo que he vivido
citizen-form-length = Como máximo { $most } caracteres, sin nombre, dirección ni teléfono.
citizen-form-agreement = Acepto que este texto se transcriba y, si se admite, se muestre públicamente sin mi nombre.
citizen-form-notice = Qué ocurre con esta hoja
citizen-form-notice-read = Una persona del equipo transcribe su texto; otra lo lee y decide según la carta del debate.
citizen-form-notice-shown = Si se admite, se muestra con una referencia como Q-12 y con el lugar donde se entregó la hoja.
citizen-form-notice-name = No pedimos su nombre. Varios textos de una misma hoja se reúnen bajo un seudónimo.
citizen-form-notice-kept = La hoja se destruye una vez transcrita. Los textos publicados forman parte del debate y de sus datos abiertos.
citizen-form-notice-rights = Puede hacer retirar su texto en cualquier momento, dando su referencia al equipo.
citizen-form-notice-city = { $city } es responsable de este debate.
citizen-form-slip = Para guardar. La referencia de su aportación (la escribe aquí el equipo):
