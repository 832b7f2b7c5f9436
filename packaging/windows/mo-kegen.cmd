@echo off
rem Opens kegen's page in the browser: for the folder or profile that is dropped on it, else for Documents.
setlocal EnableExtensions DisableDelayedExpansion
set "PYTHONUTF8=1"
chcp 65001 >nul
title kegen
set "KEGEN_PYTHON=%LOCALAPPDATA%\kegen\moi-truong\Scripts\python.exe"
if not exist "%KEGEN_PYTHON%" goto not_installed
set "FOLDER=%USERPROFILE%\Documents"
if defined OneDrive if exist "%OneDrive%\Documents\" set "FOLDER=%OneDrive%\Documents"
if not exist "%FOLDER%\" set "FOLDER=%USERPROFILE%"
if not "%~1"=="" set "FOLDER=%~1"
if not exist "%FOLDER%" goto no_folder
rem A backslash before the quote would take the quote into the name: D:\ is dropped as it ends.
if "%FOLDER:~-1%"=="\" set "FOLDER=%FOLDER%."
echo Trang kegen mở trong trình duyệt. Để cửa sổ này mở khi làm việc; xong thì đóng lại.
"%KEGEN_PYTHON%" -m kegen open "%FOLDER%"
set "CODE=%ERRORLEVEL%"
if not "%CODE%"=="0" pause
goto end

:no_folder
echo Không mở được thư mục hay tệp vừa thả. Tên có dấu ^& thì hãy đổi tên, rồi thả lại;
echo hoặc bấm đúp mo-kegen.cmd, không thả gì.
pause
set "CODE=2"
goto end

:not_installed
echo Chưa cài kegen trên máy này. Hãy chạy cai-dat.cmd trong thư mục đã giải nén từ kegen-windows.zip.
pause
set "CODE=2"

:end
rem Of a dropped name with an ampersand and no blank, cmd would run what follows it as a command: it ends here.
if not "%~1"=="" exit %CODE%
exit /b %CODE%
