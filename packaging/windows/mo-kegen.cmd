@echo off
rem Opens kegen's page in the browser: for the folder or profile that is dropped on it, else for Documents.
setlocal
set "PYTHONUTF8=1"
chcp 65001 >nul
title kegen
set "KEGEN_PYTHON=%LOCALAPPDATA%\kegen\moi-truong\Scripts\python.exe"
if not exist "%KEGEN_PYTHON%" goto not_installed
set "FOLDER=%USERPROFILE%\Documents"
if not exist "%FOLDER%\" set "FOLDER=%USERPROFILE%"
if not "%~1"=="" set "FOLDER=%~1"
echo Trang kegen mở trong trình duyệt. Để cửa sổ này mở khi làm việc; xong thì đóng lại.
"%KEGEN_PYTHON%" -m kegen open "%FOLDER%"
if errorlevel 1 pause
exit /b %ERRORLEVEL%

:not_installed
echo Chưa cài kegen trên máy này. Hãy chạy cai-dat.cmd trong thư mục đã giải nén từ kegen-windows.zip.
pause
exit /b 2
